package fi.tyopolku.path;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each client needs beside the stages and what became of it, so that no need that was agreed on gets lost: not in
 * an interruption, not in a move, and not because a service could not start.
 */
@Service("needsOfCases")
@Transactional
public class SupportNeeds {

    private static final String ENDED_WITH_CASE = "ENDED_WITH_CASE";

    private final JdbcClient jdbc;
    private final Clock clock;

    SupportNeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a need stands. */
    public enum State {
        OPEN, STARTED, NOT_STARTED, LEFT_OUT, ENDED
    }

    /**
     * @param need code, such as {@code NETWORK_BUILDING}
     * @param service code of the service that answers it; null while none does
     * @param result how it ended, null until then
     */
    public record SupportNeed(String need, State state, String service, String result) {
    }

    /** All needs of a case, by code. */
    @Transactional(readOnly = true)
    public List<SupportNeed> of(String caseId) {
        return jdbc.sql("select * from tyopolku.support_need where case_id = ? order by need").param(caseId)
                .query((row, number) -> new SupportNeed(row.getString("need"), State.valueOf(row.getString("state")),
                        row.getString("service"), row.getString("result")))
                .list();
    }

    /** The needs that wait for a service: also those whose support ended only because the path paused. */
    @Transactional(readOnly = true)
    public List<String> open(String caseId) {
        return of(caseId).stream()
                .filter(need -> need.state() == State.OPEN || ENDED_WITH_CASE.equals(need.result()))
                .map(SupportNeed::need).toList();
    }

    /** Whether a service of the path or a requested one answers some need now. */
    @Transactional(readOnly = true)
    public boolean isRunning(String caseId, String service) {
        return of(caseId).stream().anyMatch(need -> need.state() == State.STARTED && service.equals(need.service()));
    }

    /** Needs that were agreed on; those that are known already stay as they are. */
    void agreed(String caseId, Collection<String> needs) {
        needs.forEach(need -> jdbc.sql("""
                        insert into tyopolku.support_need (case_id, need, state, changed_on)
                        select ?, ?, 'OPEN', ? where not exists
                            (select 1 from tyopolku.support_need where case_id = ? and need = ?)""")
                .params(caseId, need, today(), caseId, need)
                .update());
    }

    /** A need that has come up again, also after it was answered or left out. */
    void cameUp(String caseId, String need) {
        agreed(caseId, List.of(need));
        set(caseId, need, State.OPEN, null, null);
    }

    void started(String caseId, String need, String service) {
        set(caseId, need, State.STARTED, service, null);
    }

    void notStarted(String caseId, String need, String service) {
        set(caseId, need, State.NOT_STARTED, service, null);
    }

    void leftOut(String caseId, String need) {
        set(caseId, need, State.LEFT_OUT, null, null);
    }

    /** The service has ended; done a second time, nothing changes. */
    void ended(String caseId, String service, String result) {
        jdbc.sql("""
                        update tyopolku.support_need set state = 'ENDED', result = ?, changed_on = ?
                        where case_id = ? and service = ? and state = 'STARTED'""")
                .params(result, today(), caseId, service)
                .update();
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        jdbc.sql("""
                        update tyopolku.support_need set state = 'OPEN', service = null, changed_on = ?
                        where case_id = ? and state in ('STARTED', 'NOT_STARTED')""")
                .params(today(), interrupted.caseId())
                .update();
    }

    @EventListener
    void on(CaseClosed closed) {
        jdbc.sql("""
                        update tyopolku.support_need set state = 'ENDED', result = ?, changed_on = ?
                        where case_id = ? and state in ('OPEN', 'STARTED', 'NOT_STARTED')""")
                .params(ENDED_WITH_CASE, today(), closed.caseId())
                .update();
    }

    private void set(String caseId, String need, State state, String service, String result) {
        jdbc.sql("""
                        update tyopolku.support_need set state = ?, service = ?, result = ?, changed_on = ?
                        where case_id = ? and need = ?""")
                .params(state.name(), service, result, today(), caseId, need)
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
