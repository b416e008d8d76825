package fi.tyopolku.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.coaching.Licence.State;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Licences and other training during employment. A case may have several at a time, so the register is the source; the
 * documents are only the sheets on which their data come in.
 */
@Service
@Transactional
public class Licences {

    /** What decision table {@code licenceRenewal} or a person says. */
    public enum Renewal {
        RENEW, NO_RENEWAL, CONFIRM, CHECK_BY_HAND
    }

    static final String PLAN = "licencePlan";
    static final String RENEWAL_TABLE = "licenceRenewal";
    private static final String RESULT = "licenceResult";
    private static final String VALIDITY = "licenceValidity";
    private static final String RENEWED = "licenceRenewalResult";

    private final JdbcClient jdbc;
    private final Sheets sheets;
    private final DecisionTables tables;
    private final DecisionRecords records;
    private final Clock clock;

    Licences(JdbcClient jdbc, Sheets sheets, DecisionTables tables, DecisionRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.tables = tables;
        this.records = records;
        this.clock = clock;
    }

    /** Enters what the sheet {@code licencePlan} of the case says, and puts the sheet away. */
    public Licence register(String caseId) {
        JsonNode plan = sheets.content(caseId, PLAN);
        long cents = new BigDecimal(plan.path("costEuros").asText("0")).movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP).longValueExact();
        Licence licence = new Licence(UUID.randomUUID().toString(), caseId, plan.path("kind").asText(),
                plan.path("kindOther").asText(null), plan.path("provider").asText(), cents, plan.path("payer").asText(),
                day(plan, "plannedOn"), null, null, State.PLANNED);
        jdbc.sql("""
                        insert into tyopolku.licence
                        (id, case_id, kind, kind_other, provider, cost_cents, payer, planned_on, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(licence.id(), caseId, licence.kind(), licence.kindOther(), licence.provider(), cents,
                        licence.payer(), licence.plannedOn(), licence.state().name())
                .update();
        sheets.clear(caseId, PLAN, RESULT, VALIDITY, RENEWED);
        return licence;
    }

    /** What came of the training, from the sheet {@code licenceResult}. @param outcome DONE, MOVED or NOT_TAKEN */
    public Licence enterResult(String licenceId, String outcome) {
        Licence licence = known(licenceId);
        JsonNode result = sheets.content(licence.caseId(), RESULT);
        switch (outcome) {
            case "DONE" -> done(licence, day(result, "doneOn"));
            case "MOVED" -> jdbc.sql("update tyopolku.licence set planned_on = ? where id = ?")
                    .params(day(result, "movedTo"), licenceId).update();
            default -> state(licenceId, State.NOT_TAKEN);
        }
        sheets.clear(licence.caseId(), RESULT);
        return known(licenceId);
    }

    /** Asks the decision table whether and by when the licence must be renewed, and keeps the answer with the case. */
    public Renewal findRenewal(String licenceId) {
        Licence licence = known(licenceId);
        Map<String, Object> facts = Map.of("licence", Map.of("kind", licence.kind()));
        DecisionOutcome outcome = tables.evaluate(RENEWAL_TABLE, facts);
        records.record(licence.caseId(), outcome, Map.of("licence.kind", licence.kind()), clock.instant());
        Renewal renewal = outcome.rows().isEmpty() ? Renewal.CHECK_BY_HAND : Renewal.valueOf(outcome.codes().get(0));
        if (renewal == Renewal.RENEW) {
            renewBy(licence, licence.doneOn().plusYears(((Number) outcome.single().get("years")).longValue()));
        }
        return renewal;
    }

    /**
     * What a person found on the card, from the sheet {@code licenceValidity}.
     *
     * @param validity UNTIL_DATE or FOR_GOOD
     * @throws Refusal when the renewal would not lie after the day on which the training was done
     */
    public Renewal confirmValidity(String licenceId, String validity) {
        Licence licence = known(licenceId);
        JsonNode sheet = sheets.content(licence.caseId(), VALIDITY);
        if ("UNTIL_DATE".equals(validity)) {
            renewBy(licence, day(sheet, "renewBy"));
        }
        sheets.clear(licence.caseId(), VALIDITY);
        return "UNTIL_DATE".equals(validity) ? Renewal.RENEW : Renewal.NO_RENEWAL;
    }

    /** What came of the renewal, from the sheet {@code licenceRenewalResult}. @param outcome RENEWED or LAPSED */
    public void enterRenewal(String licenceId, String outcome) {
        Licence licence = known(licenceId);
        JsonNode sheet = sheets.content(licence.caseId(), RENEWED);
        if ("RENEWED".equals(outcome)) {
            LocalDate renewedOn = day(sheet, "renewedOn");
            if (renewedOn.isBefore(licence.doneOn())) {
                throw new Refusal("coaching.licence.renewedBeforeDone", Dates.shown(licence.doneOn()));
            }
            done(licence, renewedOn);
        } else {
            state(licenceId, State.LAPSED);
        }
        sheets.clear(licence.caseId(), RENEWED);
    }

    /** The case is closed: what is still planned or valid is followed no longer. */
    public void endWithCase(String caseId) {
        jdbc.sql("update tyopolku.licence set state = 'ENDED_WITH_CASE' where case_id = ? and state in ('PLANNED', 'DONE')")
                .param(caseId).update();
    }

    @Transactional(readOnly = true)
    public Optional<Licence> find(String licenceId) {
        return jdbc.sql("select * from tyopolku.licence where id = ?").param(licenceId).query(Licences::licence).optional();
    }

    /** The licences of a case, the one planned first coming first. */
    @Transactional(readOnly = true)
    public List<Licence> of(String caseId) {
        return jdbc.sql("select * from tyopolku.licence where case_id = ? order by planned_on, id").param(caseId)
                .query(Licences::licence).list();
    }

    private Licence known(String licenceId) {
        return find(licenceId).orElseThrow(() -> new IllegalStateException("No licence " + licenceId));
    }

    private void done(Licence licence, LocalDate on) {
        jdbc.sql("update tyopolku.licence set done_on = ?, renew_by = null, state = 'DONE' where id = ?")
                .params(on, licence.id()).update();
    }

    private void renewBy(Licence licence, LocalDate day) {
        if (!day.isAfter(licence.doneOn())) {
            throw new Refusal("coaching.licence.renewBeforeDone", Dates.shown(licence.doneOn()));
        }
        jdbc.sql("update tyopolku.licence set renew_by = ? where id = ?").params(day, licence.id()).update();
    }

    private void state(String licenceId, State state) {
        jdbc.sql("update tyopolku.licence set state = ? where id = ?").params(state.name(), licenceId).update();
    }

    private static LocalDate day(JsonNode sheet, String field) {
        return LocalDate.parse(sheet.path(field).asText());
    }

    private static Licence licence(ResultSet row, int number) throws SQLException {
        return new Licence(row.getString("id"), row.getString("case_id"), row.getString("kind"),
                row.getString("kind_other"), row.getString("provider"), row.getLong("cost_cents"), row.getString("payer"),
                row.getObject("planned_on", LocalDate.class), row.getObject("done_on", LocalDate.class),
                row.getObject("renew_by", LocalDate.class), State.valueOf(row.getString("state")));
    }
}
