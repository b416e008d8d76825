package fi.tyopolku.clients;

import fi.tyopolku.clients.HandOver.Kind;
import fi.tyopolku.clients.HandOver.State;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that go from one coach to another, for good or while the coach is away. A case is in one hand-over at a time.
 * When it closes, moves or gets another coach by other means, it drops out of the hand-over and nothing is given back.
 *
 * <p>While a deputy stands in, the deputy is the coach of the case in the register; the owner is known from here and
 * keeps reading rights ({@link CaseRegister#isCoachOf}), because the owner comes back.
 */
@Service
@Transactional
public class HandOvers {

    private static final String CASES = """
            select k.case_id, k.coach, k.status, c.given_name, c.family_name, l.hand_over_id,
                case when l.state = 'WITH_DEPUTY' then h.from_coach else k.coach end as owner
            from tyopolku.client_case k
            join tyopolku.client c on c.id = k.client_id
            left join tyopolku.hand_over_case l on l.live_key = k.case_id
            left join tyopolku.hand_over h on h.id = l.hand_over_id
            where k.municipality = ? and k.status <> 'CLOSED' order by c.given_name, k.case_id""";
    private static final String HAND_OVERS = """
            select h.*, (select count(*) from tyopolku.hand_over_case l
                where l.hand_over_id = h.id and l.state <> 'DROPPED') as cases
            from tyopolku.hand_over h where\s""";

    private final JdbcClient jdbc;
    private final CaseRegister cases;
    private final Clock clock;

    HandOvers(JdbcClient jdbc, CaseRegister cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /** The coach of a case before and after. */
    public record Change(String from, String to) {
    }

    /** All cases of a municipality that are not closed, by given name. */
    @Transactional(readOnly = true)
    public List<CoachedCase> openCases(String municipality) {
        return jdbc.sql(CASES).param(municipality).query(HandOvers::coachedCase).list();
    }

    @Transactional(readOnly = true)
    public Optional<HandOver> find(String id) {
        return jdbc.sql(HAND_OVERS + "h.id = ?").param(id).query(HandOvers::handOver).optional();
    }

    /** Temporary ones that are planned or under way, by first day. */
    @Transactional(readOnly = true)
    public List<HandOver> temporary(String municipality) {
        return jdbc.sql(HAND_OVERS + "h.municipality = ? and h.state <> 'ENDED' and h.kind = 'TEMPORARY' order by h.first_day, h.id")
                .param(municipality).query(HandOvers::handOver).list();
    }

    /**
     * Keeps the hand-over; nobody else can hand over the same cases until it has been carried out.
     *
     * @throws Refusal when a case is closed, belongs to somebody else meanwhile or is being handed over already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(NewHandOver asked) {
        jdbc.sql("""
                        insert into tyopolku.hand_over (id, municipality, kind, from_coach, to_coach, first_day, last_day,
                            state, started_by, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)""")
                .params(asked.id(), asked.municipality(), asked.kind().name(), asked.fromCoach(), asked.toCoach(),
                        asked.firstDay(), asked.lastDay(), asked.startedBy(), now())
                .update();
        for (String caseId : asked.caseIds()) {
            cases.hold(caseId);
            refuseUnlessFree(asked, caseId);
            jdbc.sql("""
                            insert into tyopolku.hand_over_case (hand_over_id, case_id, live_key, state)
                            values (?, ?, ?, 'WAITING')""")
                    .params(asked.id(), caseId, caseId).update();
        }
    }

    /** The hand-over begins, on the day of a temporary one. @return its cases, to carry out one by one */
    public List<String> begin(String id) {
        jdbc.sql("update tyopolku.hand_over set state = 'RUNNING' where id = ? and state = 'PLANNED'").param(id).update();
        return casesOf(id, "WAITING");
    }

    /**
     * The hand-over is over, as planned or early.
     *
     * @param by user id, or {@code system} when its time is up
     * @return the cases that a deputy has, to give back one by one
     */
    public List<String> end(String id, String by) {
        int changed = jdbc.sql("""
                        update tyopolku.hand_over set state = 'ENDED', ended_by = ?, ended_at = ?
                        where id = ? and state <> 'ENDED'""")
                .params(by, now(), id).update();
        if (changed == 1) {
            casesOf(id, "WAITING").forEach(caseId -> settle(id, caseId, "DROPPED"));
        }
        return casesOf(id, "WITH_DEPUTY");
    }

    /**
     * Gives one case of the hand-over to the new coach or the deputy. May be repeated.
     *
     * @param reason for the history of coaches, may be null
     * @return empty when the case has dropped out meanwhile
     */
    public Optional<Change> carryOut(String id, String caseId, String reason) {
        cases.hold(caseId);
        HandOver found = find(id).orElseThrow();
        if (!casesOf(id, "WAITING").contains(caseId)) {
            return Optional.empty();
        }
        Optional<ClientCase> open = cases.find(caseId).filter(known -> isStillAsAsked(known, found));
        if (open.isEmpty()) {
            settle(id, caseId, "DROPPED");
            return Optional.empty();
        }
        if (found.isTemporary()) {
            jdbc.sql("update tyopolku.hand_over_case set state = 'WITH_DEPUTY' where hand_over_id = ? and case_id = ?")
                    .params(id, caseId).update();
        } else {
            settle(id, caseId, "DONE");
        }
        cases.replaceCoach(caseId, found.fromCoach(), found.toCoach(), startedBy(id), reason);
        return Optional.of(new Change(found.fromCoach(), found.toCoach()));
    }

    /** Keeps which other roles in the running steps the deputy took over with the case, to give exactly these back. */
    public void keepTakenRoles(String id, String caseId, List<String> roles) {
        jdbc.sql("update tyopolku.hand_over_case set taken_roles = ? where hand_over_id = ? and case_id = ?")
                .params(String.join("\n", roles), id, caseId).update();
    }

    @Transactional(readOnly = true)
    public List<String> takenRoles(String id, String caseId) {
        return jdbc.sql("select taken_roles from tyopolku.hand_over_case where hand_over_id = ? and case_id = ?")
                .params(id, caseId).query(String.class).optional().map(roles -> roles.lines().toList()).orElse(List.of());
    }

    /** The owner gets one case back. May be repeated. @return empty when the case has dropped out meanwhile */
    public Optional<Change> giveBack(String id, String caseId) {
        cases.hold(caseId);
        HandOver found = find(id).orElseThrow();
        if (!casesOf(id, "WITH_DEPUTY").contains(caseId)) {
            return Optional.empty();
        }
        settle(id, caseId, "DONE");
        cases.replaceCoach(caseId, found.toCoach(), found.fromCoach(), endedBy(id), null);
        return Optional.of(new Change(found.toCoach(), found.fromCoach()));
    }

    /** All cases of the hand-over that have not dropped out. */
    @Transactional(readOnly = true)
    public List<String> casesOf(String id) {
        return jdbc.sql("""
                        select case_id from tyopolku.hand_over_case where hand_over_id = ? and state <> 'DROPPED'
                        order by case_id""")
                .param(id).query(String.class).list();
    }

    @EventListener
    void on(CaseClosed closed) {
        cases.dropFromHandOver(closed.caseId());
    }

    @EventListener
    void on(CaseMoved moved) {
        cases.dropFromHandOver(moved.caseId());
    }

    private void refuseUnlessFree(NewHandOver asked, String caseId) {
        ClientCase found = cases.find(caseId).filter(known -> known.municipality().equals(asked.municipality()))
                .orElseThrow(() -> new Refusal("clients.case.unknown"));
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.handOver.closed", caseId);
        }
        if (jdbc.sql("select count(*) from tyopolku.hand_over_case where live_key = ?").param(caseId)
                .query(Integer.class).single() > 0) {
            throw new Refusal("clients.handOver.already", caseId);
        }
        if (!Objects.equals(found.coach(), asked.fromCoach())) {
            throw new Refusal("clients.handOver.notTheirs", caseId);
        }
    }

    private static boolean isStillAsAsked(ClientCase found, HandOver handOver) {
        return found.status() != CaseStatus.CLOSED && found.municipality().equals(handOver.municipality())
                && Objects.equals(found.coach(), handOver.fromCoach());
    }

    private List<String> casesOf(String id, String state) {
        return jdbc.sql("select case_id from tyopolku.hand_over_case where hand_over_id = ? and state = ? order by case_id")
                .params(id, state).query(String.class).list();
    }

    private void settle(String id, String caseId, String state) {
        jdbc.sql("update tyopolku.hand_over_case set state = ?, live_key = null where hand_over_id = ? and case_id = ?")
                .params(state, id, caseId).update();
    }

    private String startedBy(String id) {
        return jdbc.sql("select started_by from tyopolku.hand_over where id = ?").param(id).query(String.class).single();
    }

    private String endedBy(String id) {
        return jdbc.sql("select coalesce(ended_by, 'system') from tyopolku.hand_over where id = ?").param(id)
                .query(String.class).single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CoachedCase coachedCase(ResultSet row, int number) throws SQLException {
        return new CoachedCase(row.getString("case_id"), row.getString("coach"), row.getString("owner"),
                Client.label(row.getString("given_name"), row.getString("family_name")),
                CaseStatus.valueOf(row.getString("status")), row.getString("hand_over_id"));
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        return new HandOver(row.getString("id"), row.getString("municipality"), Kind.valueOf(row.getString("kind")),
                row.getString("from_coach"), row.getString("to_coach"), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), State.valueOf(row.getString("state")), row.getInt("cases"));
    }
}
