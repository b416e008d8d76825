package fi.tyopolku.coaching;

import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who coaches whom at work: one workplace coach at a time. */
@Service
@Transactional
public class WorkplaceCoachings {

    private final JdbcClient jdbc;
    private final ReceivingUnits units;
    private final Clock clock;

    WorkplaceCoachings(JdbcClient jdbc, ReceivingUnits units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** @throws Refusal when the person is unknown in the municipality or not available as a workplace coach */
    public void begin(String caseId, String workplaceCoachId, String municipality) {
        units.coach(workplaceCoachId).filter(coach -> coach.active() && coach.canCoach())
                .filter(coach -> coach.unit().municipality().equals(municipality))
                .orElseThrow(() -> new Refusal("coaching.coachUnknown"));
        end(caseId);
        jdbc.sql("""
                        insert into tyopolku.workplace_coaching (case_id, live_case, workplace_coach_id, since)
                        values (?, ?, ?, ?)""")
                .params(caseId, caseId, workplaceCoachId, LocalDate.now(clock)).update();
    }

    /** Does nothing when nobody coaches. */
    public void end(String caseId) {
        jdbc.sql("update tyopolku.workplace_coaching set live_case = null, ended_on = ? where live_case = ?")
                .params(LocalDate.now(clock), caseId).update();
    }

    /** The workplace coach of a case now. */
    @Transactional(readOnly = true)
    public Optional<WorkplaceCoach> coachOf(String caseId) {
        return jdbc.sql("select workplace_coach_id from tyopolku.workplace_coaching where live_case = ?").param(caseId)
                .query(String.class).optional().flatMap(units::coach);
    }
}
