package fi.tyopolku.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of where workers went. */
@Service
@Transactional
public class EmploymentOutcomes {

    private final JdbcClient jdbc;
    private final Clock clock;

    EmploymentOutcomes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Recorded a second time for the same case and day, nothing changes. */
    public void record(EmploymentOutcome outcome) {
        jdbc.sql("""
                        insert into tyopolku.employment_outcome
                        (case_id, municipality, subsidised, ended_on, went_to, small_progress, recorded_at)
                        select :caseId, :municipality, :subsidised, :endedOn, :wentTo, :smallProgress, :recordedAt
                        where not exists (select 1 from tyopolku.employment_outcome
                            where case_id = :caseId and ended_on = :endedOn)""")
                .param("caseId", outcome.caseId()).param("municipality", outcome.municipality())
                .param("subsidised", outcome.subsidised()).param("endedOn", outcome.endedOn())
                .param("wentTo", outcome.wentTo()).param("smallProgress", outcome.smallProgress())
                .param("recordedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was recorded of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<EmploymentOutcome> of(String caseId) {
        return jdbc.sql("select * from tyopolku.employment_outcome where case_id = ? order by ended_on").param(caseId)
                .query((row, number) -> new EmploymentOutcome(row.getString("case_id"), row.getString("municipality"),
                        row.getBoolean("subsidised"), row.getObject("ended_on", LocalDate.class),
                        row.getString("went_to"), row.getBoolean("small_progress")))
                .list();
    }
}
