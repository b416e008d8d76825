package fi.tyopolku.clients;

import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows the state of each case and its coach. Every method that changes something may be repeated: the second time it
 * changes nothing. An unknown case id is refused ({@code clients.case.unknown}), as is any change of a closed case
 * ({@code clients.case.closed}) except closing it again.
 */
@Service
@Transactional
public class CaseRegister {

    /** Act 380/2023 122 §: the data goes four years after the end of the clientship. */
    private static final int RETENTION_YEARS = 4;
    private static final Pattern OUTCOME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseRegister(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ClientCase> find(String caseId) {
        return jdbc.sql("select * from tyopolku.client_case where case_id = ?")
                .param(caseId)
                .query(CaseRegister::clientCase)
                .optional();
    }

    /**
     * Makes others who hold or change the case wait until the transaction ends. Whoever holds several takes them in
     * order of their ids. Does nothing for an unknown case.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String caseId) {
        jdbc.sql("select case_id from tyopolku.client_case where case_id = ? for update").param(caseId)
                .query(String.class).optional();
    }

    /** The referral is accepted: the clientship begins. */
    public void open(String caseId) {
        int changed = jdbc.sql("""
                        update tyopolku.client_case set status = 'OPEN', opened_at = ?
                        where case_id = ? and status = 'REFERRED'""")
                .params(now(), caseId)
                .update();
        if (changed == 0) {
            notClosed(caseId);
        }
    }

    /**
     * User id of the coach, which is the deputy while one stands in; empty while none is assigned and for an unknown
     * case.
     */
    @Transactional(readOnly = true)
    public Optional<String> coachOf(String caseId) {
        return find(caseId).map(ClientCase::coach);
    }

    /**
     * Everybody whose case it is: the coach, and while a deputy stands in, the owner too, who keeps reading rights because
     * the case comes back. Four eyes means none of them.
     */
    @Transactional(readOnly = true)
    public List<String> coachesOf(String caseId) {
        return jdbc.sql("""
                        select coach from tyopolku.client_case where case_id = ? and coach is not null
                        union
                        select h.from_coach from tyopolku.hand_over_case l
                        join tyopolku.hand_over h on h.id = l.hand_over_id
                        where l.live_key = ? and l.state = 'WITH_DEPUTY'""")
                .params(caseId, caseId).query(String.class).list();
    }

    /** Whether the person is the coach of the case, its deputy, or its owner who is away. */
    @Transactional(readOnly = true)
    public boolean isCoachOf(String userId, String caseId) {
        return coachesOf(caseId).contains(userId);
    }

    /** Whether a deputy coaches the case at the moment. */
    @Transactional(readOnly = true)
    public boolean hasDeputy(String caseId) {
        return jdbc.sql("select count(*) from tyopolku.hand_over_case where live_key = ? and state = 'WITH_DEPUTY'")
                .param(caseId).query(Integer.class).single() > 0;
    }

    /** User id of the coach before the present one; empty when the coach never changed. */
    @Transactional(readOnly = true)
    public Optional<String> previousCoachOf(String caseId) {
        List<String> coaches = jdbc.sql("""
                        select old_coach from tyopolku.coach_change
                        where case_id = ? and old_coach is not null order by id desc""")
                .param(caseId)
                .query(String.class)
                .list();
        return coaches.stream().findFirst();
    }

    /** Gives the case its first coach. Another coach than the present one is refused: that is a change of coach. */
    public void assignCoach(String caseId, String coach) {
        int changed = jdbc.sql("""
                        update tyopolku.client_case set coach = ?
                        where case_id = ? and status <> 'CLOSED' and (coach is null or coach = ?)""")
                .params(coach, caseId, coach)
                .update();
        if (changed == 0) {
            notClosed(caseId);
            throw new Refusal("clients.coach.alreadyAssigned");
        }
    }

    /**
     * Hands the case over for good and keeps the hand-over in the history. A deputy who stands in, or was to, no longer
     * does.
     *
     * @param by     user id of the person who decided it
     * @param reason at most 2 000 signs, may be null
     */
    public void changeCoach(String caseId, String newCoach, String by, String reason) {
        if (reason != null && reason.length() > 2_000) {
            throw new Refusal("clients.referral.tooLong", "reason", 2_000);
        }
        hold(caseId);
        String oldCoach = notClosed(caseId).coach();
        if (newCoach.equals(oldCoach)) {
            return;
        }
        dropFromHandOver(caseId);
        replaceCoach(caseId, oldCoach, newCoach, by, reason);
    }

    void replaceCoach(String caseId, String oldCoach, String newCoach, String by, String reason) {
        jdbc.sql("update tyopolku.client_case set coach = ? where case_id = ?").params(newCoach, caseId).update();
        keepCoachChange(caseId, oldCoach, newCoach, by, reason);
    }

    void dropFromHandOver(String caseId) {
        jdbc.sql("update tyopolku.hand_over_case set state = 'DROPPED', live_key = null where live_key = ?").param(caseId)
                .update();
    }

    void keepCoachChange(String caseId, String oldCoach, String newCoach, String by, String reason) {
        jdbc.sql("""
                        insert into tyopolku.coach_change (case_id, old_coach, new_coach, changed_by, reason, changed_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(caseId, oldCoach, newCoach, by, reason, now())
                .update();
    }

    /** Pauses the case and publishes {@link CaseInterrupted}. */
    public void interrupt(String caseId) {
        int changed = jdbc.sql("""
                        update tyopolku.client_case set status = 'INTERRUPTED'
                        where case_id = ? and status in ('REFERRED', 'OPEN')""")
                .param(caseId)
                .update();
        if (changed == 0) {
            notClosed(caseId);
        } else {
            events.publishEvent(new CaseInterrupted(caseId));
        }
    }

    /** The client comes back after an interruption. */
    public void resume(String caseId) {
        int changed = jdbc.sql("""
                        update tyopolku.client_case set status = 'OPEN', opened_at = coalesce(opened_at, ?)
                        where case_id = ? and status = 'INTERRUPTED'""")
                .params(now(), caseId)
                .update();
        if (changed == 0 && notClosed(caseId).status() == CaseStatus.REFERRED) {
            throw new Refusal("clients.case.notInterrupted");
        }
    }

    /**
     * Ends the case at whatever stage, starts the retention clock and publishes {@link CaseClosed}, on which the other
     * modules release money, places and reminders. The first outcome stands.
     *
     * @param outcome a code such as {@code DECLINED} or {@code WITHDRAWN}, never free text
     */
    public void closeCase(String caseId, String outcome) {
        if (outcome == null || !OUTCOME.matcher(outcome).matches()) {
            throw new IllegalArgumentException("The outcome of a case is a code in capital letters");
        }
        LocalDate today = LocalDate.now(clock);
        int changed = jdbc.sql("""
                        update tyopolku.client_case
                        set status = 'CLOSED', closed_on = ?, outcome = ?, retention_ends = ?
                        where case_id = ? and status <> 'CLOSED'""")
                .params(today, outcome, today.plusYears(RETENTION_YEARS), caseId)
                .update();
        if (changed == 0) {
            known(caseId);
            return;
        }
        jdbc.sql("delete from tyopolku.open_case where case_id = ?").param(caseId).update();
        events.publishEvent(new CaseClosed(caseId, today));
    }

    private ClientCase known(String caseId) {
        return find(caseId).orElseThrow(() -> new Refusal("clients.case.unknown"));
    }

    private ClientCase notClosed(String caseId) {
        ClientCase found = known(caseId);
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
        return found;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static ClientCase clientCase(ResultSet row, int number) throws SQLException {
        return new ClientCase(row.getString("case_id"), row.getLong("client_id"), row.getString("municipality"),
                row.getString("coach"), CaseStatus.valueOf(row.getString("status")),
                ReferralSource.valueOf(row.getString("referral_source")), row.getString("referrer_name"),
                row.getString("referrer_email"), row.getObject("registered_on", LocalDate.class),
                instant(row.getObject("opened_at", OffsetDateTime.class)), row.getObject("closed_on", LocalDate.class),
                row.getString("outcome"), row.getObject("retention_ends", LocalDate.class));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
