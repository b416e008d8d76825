package fi.tyopolku.measures;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.clients.ClientFacts;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of measures: what is planned, runs and is completed in the region, and who takes part. */
@Service
@Transactional
public class Measures {

    private static final String CASE_ENDED = "CASE_ENDED";
    private static final String INTERRUPTED = "INTERRUPTED";

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final ClientFacts clientFacts;
    private final Clock clock;

    Measures(JdbcClient jdbc, DocumentStore documents, ClientFacts clientFacts, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clientFacts = clientFacts;
        this.clock = clock;
    }

    /**
     * Enters a planned measure, or its changed plan as long as it is not published.
     *
     * @throws Refusal when the days are reversed, or it is published already
     */
    public void plan(PlannedMeasure plan) {
        if (plan.ends().isBefore(plan.starts())) {
            throw new Refusal("measures.datesReversed");
        }
        if (find(plan.id()).isEmpty()) {
            jdbc.sql("""
                    insert into tyopolku.measure
                    (id, municipality, name, kind, industry, project_id, gap_id, places, starts, ends, state, needed_since)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?)""")
                    .params(plan.id(), plan.municipality(), plan.name(), plan.kind().name(), plan.industry(),
                            plan.projectId(), plan.gapId(), plan.places(), plan.starts(), plan.ends(), today())
                    .update();
        } else if (jdbc.sql("""
                    update tyopolku.measure set name = ?, kind = ?, industry = ?, project_id = ?, places = ?, starts = ?,
                    ends = ?, employer_share = null where id = ? and state = 'PLANNED'""")
                    .params(plan.name(), plan.kind().name(), plan.industry(), plan.projectId(), plan.places(),
                            plan.starts(), plan.ends(), plan.id()).update() == 0) {
            throw new Refusal("measures.notPlanned");
        }
        replaceDetails(plan);
    }

    @Transactional(readOnly = true)
    public Optional<Measure> find(String id) {
        return jdbc.sql("select * from tyopolku.measure where id = ?").param(id).query(Measures::measure).optional();
    }

    /** Measures in which a municipality takes part, dropped ones left out, the latest start first. */
    @Transactional(readOnly = true)
    public List<Measure> of(String municipality) {
        return jdbc.sql("""
                select m.* from tyopolku.measure m
                join tyopolku.measure_municipality p on p.measure_id = m.id and p.municipality = ?
                where m.state <> 'DROPPED' order by m.starts desc, m.name, m.id""")
                .param(municipality).query(Measures::measure).list();
    }

    /** Measures of the municipality that take clients in: published and not ended. */
    @Transactional(readOnly = true)
    public List<Measure> open(String municipality) {
        return of(municipality).stream()
                .filter(each -> each.state() == Measure.State.PUBLISHED && !each.ends().isBefore(today())).toList();
    }

    /**
     * Measures that do the same as one: same kind and industry, overlapping period, a common municipality; planned or
     * published, of any project.
     */
    @Transactional(readOnly = true)
    public List<Measure> overlapping(String id) {
        return jdbc.sql("""
                select o.* from tyopolku.measure o join tyopolku.measure m on m.id = ?
                where o.id <> m.id and o.kind = m.kind and o.industry = m.industry
                and o.starts <= m.ends and m.starts <= o.ends and o.state in ('PLANNED', 'PUBLISHED')
                and exists (select 1 from tyopolku.measure_municipality a
                    join tyopolku.measure_municipality b on b.municipality = a.municipality
                    where a.measure_id = m.id and b.measure_id = o.id)
                order by o.starts, o.id""")
                .param(id).query(Measures::measure).list();
    }

    public void setEmployerShare(String id, long priceCents, Long employerShareCents) {
        jdbc.sql("update tyopolku.measure set price = ?, employer_share = ? where id = ?")
                .params(priceCents, employerShareCents, id).update();
    }

    /** @throws Refusal when the measure is not one that is planned */
    public void publish(String id, String provider) {
        changeState(id, Measure.State.PLANNED, Measure.State.PUBLISHED);
        jdbc.sql("update tyopolku.measure set provider = ?, published_on = ? where id = ?")
                .params(provider, today(), id).update();
    }

    /** Marks a published measure as completed; a second time nothing changes. */
    public void complete(String id) {
        if (find(id).filter(each -> each.state() == Measure.State.COMPLETED).isEmpty()) {
            changeState(id, Measure.State.PUBLISHED, Measure.State.COMPLETED);
            jdbc.sql("update tyopolku.measure set completed_on = ? where id = ?").params(today(), id).update();
        }
    }

    /** Marks a measure that was never published as dropped; does nothing when it is not in the register. */
    public void drop(String id) {
        jdbc.sql("update tyopolku.measure set state = 'DROPPED' where id = ? and state = 'PLANNED'").param(id).update();
    }

    /** Hours given to a measure, by who supplies them. */
    public void recordGivenHours(String id, Map<HourSupplier, Integer> hours) {
        hours.forEach((supplier, given) -> {
            int changed = jdbc.sql("update tyopolku.measure_hours set given = ? where measure_id = ? and supplier = ?")
                    .params(given, id, supplier.name()).update();
            if (changed == 0) {
                jdbc.sql("insert into tyopolku.measure_hours (measure_id, supplier, given) values (?, ?, ?)")
                        .params(id, supplier.name(), given).update();
            }
        });
    }

    @Transactional(readOnly = true)
    public List<SuppliedHours> hours(String id) {
        return jdbc.sql("select * from tyopolku.measure_hours where measure_id = ? order by supplier").param(id)
                .query((row, number) -> new SuppliedHours(HourSupplier.valueOf(row.getString("supplier")),
                        (Integer) row.getObject("planned"), (Integer) row.getObject("given"))).list();
    }

    /** The client begins in the measure, and is counted once among its target groups. */
    public void begin(String id, String caseId) {
        int entered = jdbc.sql("""
                insert into tyopolku.measure_participant (measure_id, case_id, began_on)
                select id, ?, ? from tyopolku.measure where id = ?
                and not exists (select 1 from tyopolku.measure_participant where measure_id = ? and case_id = ?)""")
                .params(caseId, today(), id, id, caseId).update();
        if (entered == 0) {
            jdbc.sql("""
                    update tyopolku.measure_participant set ended_on = null, result = null
                    where measure_id = ? and case_id = ?""").params(id, caseId).update();
            return;
        }
        count(id, caseId);
        jdbc.sql("""
                insert into tyopolku.participant_component (measure_id, case_id, component, hours_done, state)
                select measure_id, ?, component, 0, 'OPEN' from tyopolku.measure_component where measure_id = ?""")
                .params(caseId, id).update();
    }

    /** The client has ended; a second end changes nothing. */
    public void end(String id, String caseId, String result) {
        jdbc.sql("""
                update tyopolku.measure_participant set ended_on = ?, result = ?
                where measure_id = ? and case_id = ? and ended_on is null""")
                .params(today(), result, id, caseId).update();
    }

    /** How many have begun, and how many of them have completed the measure. */
    @Transactional(readOnly = true)
    public Participation participation(String id) {
        return jdbc.sql("""
                select count(*) as began, coalesce(sum(case when result = 'COMPLETED' then 1 else 0 end), 0) as completed
                from tyopolku.measure_participant where measure_id = ?""").param(id)
                .query((row, number) -> new Participation(row.getInt("began"), row.getInt("completed"))).single();
    }

    /** Target shares against what came true, with denominators; small groups are not shown. */
    @Transactional(readOnly = true)
    public List<TargetFigure> targetFigures(String id) {
        Map<TargetGroup, SmallCells.Count> counts = new EnumMap<>(TargetGroup.class);
        jdbc.sql("select * from tyopolku.measure_target where measure_id = ?").param(id)
                .query((row, number) -> new SmallCells.Count(TargetGroup.valueOf(row.getString("target_group")),
                        (Integer) row.getObject("target_percent"), row.getInt("counted"), row.getInt("counted_of")))
                .list().forEach(each -> counts.put(each.group(), each));
        return SmallCells.protect(List.copyOf(counts.values()));
    }

    @EventListener
    void on(CaseClosed closed) {
        endAll(closed.caseId(), CASE_ENDED);
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        endAll(interrupted.caseId(), INTERRUPTED);
    }

    private void endAll(String caseId, String result) {
        jdbc.sql("""
                update tyopolku.measure_participant set ended_on = ?, result = ? where case_id = ? and ended_on is null""")
                .params(today(), result, caseId).update();
    }

    private void replaceDetails(PlannedMeasure plan) {
        for (String table : List.of("measure_municipality", "measure_hours", "measure_target", "measure_component")) {
            jdbc.sql("delete from tyopolku." + table + " where measure_id = ?").param(plan.id()).update();
        }
        Set<String> municipalities = new LinkedHashSet<>(plan.municipalities());
        municipalities.add(plan.municipality());
        municipalities.forEach(each -> jdbc
                .sql("insert into tyopolku.measure_municipality (measure_id, municipality) values (?, ?)")
                .params(plan.id(), each).update());
        plan.hours().forEach((supplier, planned) -> jdbc
                .sql("insert into tyopolku.measure_hours (measure_id, supplier, planned) values (?, ?, ?)")
                .params(plan.id(), supplier.name(), planned).update());
        Arrays.stream(TargetGroup.values()).forEach(group -> jdbc
                .sql("insert into tyopolku.measure_target (measure_id, target_group, target_percent) values (?, ?, ?)")
                .params(plan.id(), group.name(), plan.targets().get(group)).update());
        plan.components().forEach((component, planned) -> jdbc
                .sql("insert into tyopolku.measure_component (measure_id, component, planned_hours) values (?, ?, ?)")
                .params(plan.id(), component.name(), planned).update());
    }

    private void count(String id, String caseId) {
        if (clientFacts.of(caseId).get("age") instanceof Integer age) {
            TargetGroup band = TargetGroup.ofAge(age);
            Arrays.stream(TargetGroup.values()).filter(TargetGroup::isAgeBand)
                    .forEach(group -> count(id, group, group == band));
        }
        documents.latest(caseId, "capabilitySurvey").map(Document::content).ifPresent(survey -> {
            count(id, TargetGroup.MIGRANTS, survey.path("integrationPlan").asBoolean());
            count(id, TargetGroup.DISABILITY, survey.path("workAbilityReduced").asBoolean());
        });
    }

    private void count(String id, TargetGroup group, boolean belongs) {
        jdbc.sql("""
                update tyopolku.measure_target set counted = counted + ?, counted_of = counted_of + 1
                where measure_id = ? and target_group = ?""").params(belongs ? 1 : 0, id, group.name()).update();
    }

    private void changeState(String id, Measure.State from, Measure.State to) {
        if (jdbc.sql("update tyopolku.measure set state = ? where id = ? and state = ?")
                .params(to.name(), id, from.name()).update() == 0) {
            throw new Refusal("measures.notPlanned");
        }
    }

    /** The cases of those who take part now. */
    Collection<String> takingPart(String id) {
        return jdbc.sql("""
                select case_id from tyopolku.measure_participant where measure_id = ? and ended_on is null
                order by case_id""").param(id).query(String.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Measure measure(ResultSet row, int number) throws SQLException {
        return new Measure(row.getString("id"), row.getString("municipality"), row.getString("name"),
                MeasureKind.valueOf(row.getString("kind")), row.getString("industry"), row.getString("project_id"),
                row.getString("gap_id"), row.getInt("places"), row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class), row.getString("provider"), (Long) row.getObject("price"),
                (Long) row.getObject("employer_share"), Measure.State.valueOf(row.getString("state")),
                row.getObject("needed_since", LocalDate.class), row.getObject("published_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class));
    }
}
