package fi.tyopolku.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of the clients whose case was accepted and has ended. Everybody counts in the denominator who could have
 * reached the outcome, also who withdrew or was not reached: no share grows by leaving people out.
 */
@Component
@Order(10)
class PathOutcomes implements FigureSource {

    private static final Set<String> WORK = Set.of("OPEN_JOB", "SUBSIDISED_JOB", "APPRENTICESHIP");
    private static final Set<String> FURTHER_PATH = Set.of("OPEN_JOB", "SUBSIDISED_JOB", "APPRENTICESHIP", "QUALIFICATION",
            "QUALIFICATION_DONE", "LABOUR_MARKET_TRAINING");
    private static final int LONG_TERM_MONTHS_OF_14 = 12;
    /** The practice of Kainuu found a further path for the majority (S0-33). */
    private static final int MAJORITY = 50;

    private final JdbcClient jdbc;
    private final DocumentStore documents;

    PathOutcomes(JdbcClient jdbc, DocumentStore documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    private record Ended(String outcome, JsonNode survey, JsonNode followUp) {
    }

    @Override
    public List<Figure> figures(String municipality, LocalDate from, LocalDate to) {
        List<Ended> all = jdbc.sql("""
                        select case_id, outcome from tyopolku.client_case
                        where municipality = ? and status = 'CLOSED' and opened_at is not null
                        and closed_on >= ? and closed_on <= ?""")
                .params(municipality, from, to)
                .query((row, number) -> new Ended(row.getString("outcome"),
                        content(row.getString("case_id"), "capabilitySurvey"), content(row.getString("case_id"), "followUp")))
                .list();
        return List.of(
                share("FURTHER_PATH", all, ended -> true, ended -> FURTHER_PATH.contains(ended.outcome), MAJORITY),
                longTermUnemployedInWork(all),
                share("HIRED_BY_HOST", all, ended -> ended.followUp.has("hiredByHost"),
                        ended -> ended.followUp.path("hiredByHost").asBoolean(), null),
                risen("SOCIAL_PARTICIPATION_ROSE", all, "socialParticipation"),
                risen("STUDY_ATTITUDE_ROSE", all, "studyAttitude"));
    }

    /** Shown beside everybody's figure, so those who were not unemployed for long must not be few either. */
    private static Figure longTermUnemployedInWork(List<Ended> all) {
        Figure figure = share("LONG_TERM_UNEMPLOYED_IN_WORK", all,
                ended -> ended.survey.path("unemployedMonthsOfLast14").asInt() >= LONG_TERM_MONTHS_OF_14,
                ended -> WORK.contains(ended.outcome), null);
        return new Figure(figure.code(), figure.count(), figure.of(), null, all.size());
    }

    private static Figure risen(String code, List<Ended> all, String scale) {
        return share(code, all, ended -> ended.survey.path(scale).isNumber() && ended.followUp.path(scale).isNumber(),
                ended -> ended.followUp.path(scale).asInt() > ended.survey.path(scale).asInt(), null);
    }

    private static Figure share(String code, List<Ended> all, Predicate<Ended> counts, Predicate<Ended> reached, Integer target) {
        List<Ended> denominator = all.stream().filter(counts).toList();
        return new Figure(code, (int) denominator.stream().filter(reached).count(), denominator.size(), target);
    }

    private JsonNode content(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::content).orElse(MissingNode.getInstance());
    }
}
