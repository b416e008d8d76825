package fi.tyopolku.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The record of what decision tables said: never changed, one row for each time a table was asked. The engine's own
 * decision history stays off, because it would keep the inputs where everyone with the history can read them.
 */
@Repository
public class DecisionRecords {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() { };
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    DecisionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inputs the facts the table read, by path; dates are kept as ISO text */
    public void record(String caseId, DecisionOutcome outcome, Map<String, Object> inputs, Instant decidedAt) {
        jdbc.sql("""
                insert into tyopolku.decision_record
                    (case_id, decision_key, rule_version, version_tag, inputs, outcome, decided_at)
                values (:caseId, :decisionKey, :version, :versionTag, :inputs, :outcome, :decidedAt)
                """)
                .param("caseId", caseId)
                .param("decisionKey", outcome.decisionKey())
                .param("version", outcome.version())
                .param("versionTag", outcome.versionTag())
                .param("inputs", write(inputs))
                .param("outcome", write(outcome.rows()))
                .param("decidedAt", decidedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<DecisionRecord> latest(String caseId, String decisionKey) {
        return jdbc.sql("""
                select * from tyopolku.decision_record
                where case_id = :caseId and decision_key = :decisionKey
                order by id desc fetch first 1 row only
                """)
                .param("caseId", caseId)
                .param("decisionKey", decisionKey)
                .query(this::read)
                .optional();
    }

    /** All records of a case, oldest first. */
    public List<DecisionRecord> of(String caseId) {
        return jdbc.sql("select * from tyopolku.decision_record where case_id = :caseId order by id")
                .param("caseId", caseId)
                .query(this::read)
                .list();
    }

    private DecisionRecord read(ResultSet row, int number) throws SQLException {
        DecisionOutcome outcome = new DecisionOutcome(row.getString("decision_key"), row.getInt("rule_version"),
                row.getString("version_tag"), read(row.getString("outcome"), ROWS));
        return new DecisionRecord(row.getString("case_id"), outcome, read(row.getString("inputs"), OBJECT),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision record could not be written as JSON");
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision record could not be read as JSON");
        }
    }
}
