package fi.tyopolku.reporting.esf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in the projects of a municipality that the European Union pays a part of: clients whose service,
 * measure, funding or line of a funding plan belongs to such a project, and those of whom a coach recorded a start. A
 * participant benefits directly and at a cost of the project, so what was only planned makes none.
 */
@Component
@Transactional(readOnly = true)
class Participations {

    private final JdbcClient jdbc;
    private final FundingProjects projects;
    private final DocumentStore documents;
    private final Clock clock;

    Participations(JdbcClient jdbc, FundingProjects projects, DocumentStore documents, Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.documents = documents;
        this.clock = clock;
    }

    /** @param movedAway how many participants have meanwhile moved to another municipality with their case */
    record Found(List<Participation> here, int movedAway) {
    }

    private record Part(String caseId, LocalDate from, LocalDate to) {
    }

    private record Sheets(List<JsonNode> starts, List<JsonNode> exits) {
    }

    /** Those who took part on some day of the time asked for, by project and case. */
    Found of(String municipality, LocalDate from, LocalDate to) {
        Set<String> casesHere = new HashSet<>(jdbc.sql("select case_id from tyopolku.client_case where municipality = ?")
                .param(municipality).query(String.class).list());
        Map<String, Sheets> sheets = sheets(municipality);
        List<Participation> here = new ArrayList<>();
        Set<String> movedAway = new HashSet<>();
        for (FundingProject project : projects.of(municipality)) {
            if (project.isEuMoney()) {
                parts(project, sheets).forEach((caseId, parts) -> {
                    if (casesHere.contains(caseId)) {
                        here.add(participation(caseId, project, parts, sheets.get(caseId)));
                    } else {
                        movedAway.add(caseId);
                    }
                });
            }
        }
        return new Found(here.stream().filter(each -> each.touches(from, to))
                .sorted(Comparator.comparing((Participation each) -> each.project().name())
                        .thenComparing(each -> each.project().id()).thenComparing(Participation::caseId))
                .toList(), movedAway.size());
    }

    private Map<String, Sheets> sheets(String municipality) {
        return jdbc.sql("""
                        select distinct d.case_id from tyopolku.document d
                        join tyopolku.client_case c on c.case_id = d.case_id
                        where c.municipality = ? and d.kind in ('esfStart', 'esfExit')""")
                .param(municipality).query(String.class).list().stream()
                .collect(Collectors.toMap(caseId -> caseId, caseId -> new Sheets(contents(caseId, "esfStart"),
                        contents(caseId, "esfExit"))));
    }

    private List<JsonNode> contents(String caseId, String kind) {
        return documents.versions(caseId, kind).stream().sorted(Comparator.comparing(Document::version).reversed())
                .map(Document::content).toList();
    }

    /** The latest sheet about that project; a client may be in two projects one after the other. */
    private static JsonNode about(String project, List<JsonNode> latestFirst) {
        return latestFirst.stream().filter(each -> project.equals(each.path("project").asText())).findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Participation participation(String caseId, FundingProject project, List<Part> parts, Sheets sheets) {
        JsonNode start = sheets == null ? MissingNode.getInstance() : about(project.id(), sheets.starts());
        JsonNode exit = sheets == null ? MissingNode.getInstance() : about(project.id(), sheets.exits());
        LocalDate first = date(start, "startedOn");
        LocalDate last = date(exit, "endedOn");
        if (first == null) {
            first = parts.stream().map(Part::from).min(Comparator.naturalOrder()).orElseThrow();
        }
        if (last == null && !parts.isEmpty() && parts.stream().map(Part::to).allMatch(Objects::nonNull)) {
            last = parts.stream().map(Part::to).max(Comparator.naturalOrder()).orElseThrow();
        }
        return new Participation(caseId, project, first, last, start, exit);
    }

    private static LocalDate date(JsonNode sheet, String field) {
        String text = Participation.answer(sheet, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private Map<String, List<Part>> parts(FundingProject project, Map<String, Sheets> sheets) {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<Part>> parts = new TreeMap<>();
        List<Part> all = new ArrayList<>();
        all.addAll(jdbc.sql("""
                        select case_id, starts_on as begins, ended_on as ends from tyopolku.client_service
                        where project = ? and starts_on <= ?""")
                .params(project.id(), today).query(Participations::part).list());
        all.addAll(jdbc.sql("""
                        select p.case_id, p.began_on as begins, p.ended_on as ends from tyopolku.measure_participant p
                        join tyopolku.measure m on m.id = p.measure_id where m.project_id = ? and p.began_on <= ?""")
                .params(project.id(), today).query(Participations::part).list());
        all.addAll(jdbc.sql("""
                        select c.case_id, l.starts_on as begins, l.ends_on as ends
                        from tyopolku.funding_plan_line l
                        join tyopolku.funding_plan f on f.id = l.plan_id
                        join tyopolku.client_case c on c.case_id = f.subject_id
                        where l.project = ? and l.starts_on <= ? and f.state in ('APPROVED', 'CASE_ENDED')
                        and l.state in ('RESERVED', 'OWN_MONEY', 'OWN_DECISION', 'COMMITTED')""")
                .params(project.id(), today).query(Participations::part).list());
        all.addAll(jdbc.sql("""
                        select p.case_id, p.began_on as begins, p.ended_on as ends
                        from tyopolku.funding_plan_line l
                        join tyopolku.funding_plan f on f.id = l.plan_id
                        join tyopolku.measure_participant p on p.measure_id = f.subject_id
                        where l.project = ? and p.began_on <= ? and f.state in ('APPROVED', 'CASE_ENDED')
                        and l.state in ('RESERVED', 'OWN_MONEY', 'OWN_DECISION', 'COMMITTED')""")
                .params(project.id(), today).query(Participations::part).list());
        // Money of the project without a plan: nobody recorded when it ends before the case does.
        all.addAll(jdbc.sql("""
                        select l.case_id, l.starts_on as begins, c.closed_on as ends from tyopolku.funding_line l
                        join tyopolku.appropriation a on a.id = l.appropriation_id
                        join tyopolku.client_case c on c.case_id = l.case_id
                        where a.project = ? and l.reference is null and l.state = 'COMMITTED' and l.starts_on <= ?""")
                .params(project.id(), today).query(Participations::part).list());
        all.stream().map(each -> goesOn(each, today)).forEach(each ->
                parts.computeIfAbsent(each.caseId(), caseId -> new ArrayList<>()).add(each));
        sheets.forEach((caseId, found) -> {
            if (!about(project.id(), found.starts()).isMissingNode()) {
                parts.computeIfAbsent(caseId, unknown -> new ArrayList<>());
            }
        });
        return parts;
    }

    /** What ends in the future goes on. */
    private static Part goesOn(Part part, LocalDate today) {
        return part.to() != null && !part.to().isBefore(today) ? new Part(part.caseId(), part.from(), null) : part;
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(row.getString("case_id"), row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class));
    }
}
