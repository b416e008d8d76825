package fi.tyopolku.clients;

import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a case from one municipality to another once the receiving one accepts it. The case keeps its id, so documents,
 * days and decision records stay with it; the client is a row of the municipality and goes over, to the row that the
 * person may have there already.
 */
@Service
@Transactional
public class CaseMoves {

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final CaseRegister cases;
    private final ClientRegister clients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseMoves(JdbcClient jdbc, CaseRegister cases, ClientRegister clients, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clients = clients;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Offers the client to another municipality.
     *
     * @throws Refusal when the client is offered already, has no coach yet or the case is closed
     */
    public CaseMove offer(String caseId, String toMunicipality, LocalDate movesOn) {
        cases.hold(caseId);
        ClientCase found = open(caseId);
        if (pending(caseId).isPresent()) {
            throw new Refusal("clients.move.alreadyOffered");
        }
        jdbc.sql("""
                        insert into tyopolku.case_move
                        (case_id, live_key, from_municipality, to_municipality, moves_on, offered_on)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(caseId, caseId, found.municipality(), toMunicipality, movesOn, today())
                .update();
        return pending(caseId).orElseThrow();
    }

    /** The offer that has not been answered yet. */
    @Transactional(readOnly = true)
    public Optional<CaseMove> pending(String caseId) {
        return jdbc.sql("select * from tyopolku.case_move where live_key = ?").param(caseId)
                .query(CaseMoves::move).optional();
    }

    /** What the client holds in the municipality that it leaves becomes free, as when a path pauses. */
    public void release(String caseId) {
        events.publishEvent(new CaseInterrupted(caseId));
    }

    /**
     * The receiving municipality takes the case over: from now on it is open there with the new coach.
     *
     * @param by user id of the person who accepts
     * @throws Refusal when the offer is no longer open, or the person has another open case there
     */
    public void accept(String caseId, String newCoach, String by) {
        CaseMove move = pending(caseId).orElseThrow(() -> new Refusal("clients.move.notOffered"));
        clients.lockPerson(caseId, move.toMunicipality());
        cases.hold(caseId);
        ClientCase before = open(caseId);
        answer(caseId, "ACCEPTED", by);
        clients.moveClient(caseId, move.toMunicipality());
        jdbc.sql("""
                        update tyopolku.client_case set municipality = ?, coach = ?, status = 'OPEN',
                            opened_at = coalesce(opened_at, ?)
                        where case_id = ?""")
                .params(move.toMunicipality(), newCoach, clock.instant().atOffset(ZoneOffset.UTC), caseId)
                .update();
        cases.keepCoachChange(caseId, before.coach(), newCoach, by, null);
        events.publishEvent(new CaseMoved(caseId, move.fromMunicipality(), move.toMunicipality()));
    }

    /** Nothing changes in the municipality where the client is. */
    public void decline(String caseId, String by) {
        answer(caseId, "DECLINED", by);
    }

    @EventListener
    void on(CaseClosed closed) {
        close(closed.caseId(), "CASE_ENDED", SYSTEM);
    }

    private void answer(String caseId, String outcome, String by) {
        if (close(caseId, outcome, by) == 0) {
            throw new Refusal("clients.move.notOffered");
        }
    }

    private int close(String caseId, String outcome, String by) {
        return jdbc.sql("""
                        update tyopolku.case_move set live_key = null, outcome = ?, decided_by = ?, decided_on = ?
                        where live_key = ?""")
                .params(outcome, by, today(), caseId)
                .update();
    }

    private ClientCase open(String caseId) {
        ClientCase found = cases.find(caseId).orElseThrow(() -> new Refusal("clients.case.unknown"));
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
        if (found.coach() == null) {
            throw new Refusal("clients.move.noCoachYet");
        }
        return found;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static CaseMove move(ResultSet row, int number) throws SQLException {
        return new CaseMove(row.getString("case_id"), row.getString("from_municipality"), row.getString("to_municipality"),
                row.getObject("moves_on", LocalDate.class), row.getObject("offered_on", LocalDate.class));
    }
}
