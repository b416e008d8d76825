package fi.tyopolku.meetings;

import fi.tyopolku.meetings.MeetingDecision.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of what joint meetings decided: each with an owner and a day, reviewed by the next meeting (S4-42). */
@Service
@Transactional
public class MeetingDecisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(String id, String meetingId, String municipality, String text, String owner, LocalDate dueOn) {
        jdbc.sql("""
                        insert into tyopolku.meeting_decision
                        (id, meeting_id, municipality, decided_on, text, owner, due_on, state, changed_on)
                        values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)""")
                .params(id, meetingId, municipality, today(), text, owner, dueOn, today()).update();
    }

    /** What the owner reports; a decision that a meeting has already accepted stays so. */
    public void report(String id, State state) {
        jdbc.sql("""
                        update tyopolku.meeting_decision set state = ?, changed_on = ?
                        where id = ? and state <> 'ACCEPTED'""")
                .params(state.name(), today(), id).update();
    }

    /** A meeting accepts that the decision has been carried out. */
    void accept(String id, String municipality) {
        jdbc.sql("""
                        update tyopolku.meeting_decision set state = 'ACCEPTED', changed_on = ?
                        where id = ? and municipality = ? and state <> 'ACCEPTED'""")
                .params(today(), id, municipality).update();
    }

    @Transactional(readOnly = true)
    public Optional<MeetingDecision> find(String id) {
        return jdbc.sql("select * from tyopolku.meeting_decision where id = ?").param(id)
                .query(MeetingDecisions::decision).optional();
    }

    /** What no meeting has accepted as done yet, the earliest due first. */
    @Transactional(readOnly = true)
    public List<MeetingDecision> toReview(String municipality) {
        return jdbc.sql("""
                        select * from tyopolku.meeting_decision where municipality = ? and state <> 'ACCEPTED'
                        order by due_on, id""")
                .param(municipality).query(MeetingDecisions::decision).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static MeetingDecision decision(ResultSet row, int number) throws SQLException {
        return new MeetingDecision(row.getString("id"), row.getString("meeting_id"), row.getString("municipality"),
                row.getObject("decided_on", LocalDate.class), row.getString("text"), row.getString("owner"),
                row.getObject("due_on", LocalDate.class), State.valueOf(row.getString("state")));
    }
}
