package fi.tyopolku.supports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of what was agreed in supports: who does what by when. */
@Service
@Transactional
public class SupportActions {

    private final JdbcClient jdbc;
    private final Clock clock;

    SupportActions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(NewSupportAction action) {
        jdbc.sql("""
                insert into tyopolku.support_action
                (case_id, service, topic, action, doer, due_on, shared, state, agreed_on)
                values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)""")
                .params(action.caseId(), action.service(), action.topic(), action.action(), action.doer(), action.dueOn(),
                        action.shared(), today())
                .update();
    }

    /** What is still to be done, the earliest first. */
    @Transactional(readOnly = true)
    public List<SupportAction> open(String caseId) {
        return of(caseId).stream().filter(action -> action.state() == SupportAction.State.OPEN).toList();
    }

    /** What the client wants to see in the plan, open or done, the earliest first. */
    @Transactional(readOnly = true)
    public List<SupportAction> sharedWithPlan(String caseId) {
        return of(caseId).stream().filter(SupportAction::shared).toList();
    }

    /** Ids that belong to another case, or are not open, are left alone. */
    public void markDone(String caseId, Collection<Long> ids) {
        ids.forEach(id -> end(caseId, id, SupportAction.State.DONE));
    }

    /** The case has ended: nothing of it remains to be done. May be repeated. */
    public void endAll(String caseId) {
        open(caseId).forEach(action -> end(caseId, action.id(), SupportAction.State.ENDED));
    }

    private void end(String caseId, long id, SupportAction.State state) {
        jdbc.sql("""
                update tyopolku.support_action set state = ?, ended_on = ?
                where id = ? and case_id = ? and state = 'OPEN'""")
                .params(state.name(), today(), id, caseId).update();
    }

    private List<SupportAction> of(String caseId) {
        return jdbc.sql("select * from tyopolku.support_action where case_id = ? order by due_on, id").param(caseId)
                .query(SupportActions::action).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static SupportAction action(ResultSet row, int number) throws SQLException {
        return new SupportAction(row.getLong("id"), row.getString("case_id"), row.getString("service"),
                row.getString("topic"), row.getString("action"), row.getString("doer"),
                row.getObject("due_on", LocalDate.class), row.getBoolean("shared"),
                SupportAction.State.valueOf(row.getString("state")), row.getObject("ended_on", LocalDate.class));
    }
}
