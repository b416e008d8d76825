package fi.tyopolku.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of looks at a case beside the tasks (Act 906/2019 17 §: log data of the use of personal data). Names who
 * looked, when and at which part, never what it said.
 */
@Component
@Transactional
public class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param part a code such as {@code CLIENT_PAGE} */
    public record Look(String userId, String caseId, String part, Instant at) {
    }

    /** @param part a code of at most 60 signs, such as {@code CLIENT_PAGE} or {@code DOCUMENT_capabilitySurvey} */
    public void looked(String userId, String caseId, String part) {
        jdbc.sql("insert into tyopolku.access_log (user_id, case_id, part, looked_at) values (?, ?, ?, ?)")
                .params(userId, caseId, part, clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** The looks at a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Look> of(String caseId) {
        return jdbc.sql("select user_id, case_id, part, looked_at from tyopolku.access_log where case_id = ? order by id desc")
                .param(caseId).query(AccessLog::look).list();
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        return new Look(row.getString("user_id"), row.getString("case_id"), row.getString("part"),
                row.getObject("looked_at", OffsetDateTime.class).toInstant());
    }
}
