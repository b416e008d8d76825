package fi.tyopolku.handover;

import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.CoachedCase;
import fi.tyopolku.clients.HandOver;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.engine.access.AccountLocks;
import fi.tyopolku.notifications.StaffDirectory;
import fi.tyopolku.notifications.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coaches of a municipality, their cases, and the cases that nobody looks after. */
@Service
@Transactional(readOnly = true)
public class Coaches {

    /** In forms: whose cases are handed over when they are nobody's. */
    static final String NOBODY = "NOBODY";
    private static final String COACH = "coach";
    private static final String MANAGER = "manager";

    private final HandOvers handOvers;
    private final StaffDirectory staff;
    private final AccountLocks locks;
    private final Clock clock;

    Coaches(HandOvers handOvers, StaffDirectory staff, AccountLocks locks, Clock clock) {
        this.handOvers = handOvers;
        this.staff = staff;
        this.locks = locks;
        this.clock = clock;
    }

    /** Why nobody looks after a case. */
    public enum Reason {
        NO_COACH, NOT_A_COACH_HERE, LOCKED, AWAY
    }

    public record WithoutCoach(CoachedCase found, Reason reason) {
    }

    /** The people of the group who can work: without those whose account is locked. */
    List<StaffMember> able(String municipality) {
        return staff.membersOf(COACH, municipality).stream().filter(coach -> !locks.isLocked(coach.userId())).toList();
    }

    boolean isCoach(String userId, String municipality) {
        return isIn(COACH, userId, municipality);
    }

    boolean isManager(String userId, String municipality) {
        return isIn(MANAGER, userId, municipality);
    }

    private boolean isIn(String group, String userId, String municipality) {
        return staff.membersOf(group, municipality).stream().anyMatch(member -> member.userId().equals(userId));
    }

    /** A name for people; the user id of who is no longer known, empty for nobody. */
    String name(String userId) {
        return userId == null ? "" : staff.member(userId).map(StaffMember::name).orElse(userId);
    }

    /**
     * The absence, planned or under way, of a coach that touches these days.
     *
     * @param last null for one day
     */
    Optional<HandOver> absence(String userId, String municipality, LocalDate first, LocalDate last) {
        LocalDate end = last == null ? first : last;
        return handOvers.temporary(municipality).stream().filter(absence -> userId.equals(absence.fromCoach()))
                .filter(absence -> !absence.firstDay().isAfter(end) && !absence.lastDay().isBefore(first)).findFirst();
    }

    /**
     * Open cases that nobody looks after. A referral that waits to be handled is not among them: it stands in the queue
     * of all coaches with a reminder of its own.
     */
    public List<WithoutCoach> casesWithoutCoach(String municipality) {
        Map<String, StaffMember> coaches = staff.membersOf(COACH, municipality).stream()
                .collect(Collectors.toMap(StaffMember::userId, Function.identity()));
        Map<String, Optional<Reason>> known = new HashMap<>();
        return handOvers.openCases(municipality).stream()
                .filter(found -> found.coach() != null || found.status() != CaseStatus.REFERRED)
                .flatMap(found -> (found.coach() == null ? Optional.of(Reason.NO_COACH)
                        : known.computeIfAbsent(found.coach(), coach -> reason(coach, coaches, municipality)))
                        .filter(reason -> reason != Reason.AWAY || !getsADeputy(found))
                        .map(reason -> new WithoutCoach(found, reason)).stream())
                .toList();
    }

    private static boolean getsADeputy(CoachedCase found) {
        return found.handOverId() != null && !found.isWithDeputy();
    }

    private Optional<Reason> reason(String coach, Map<String, StaffMember> coaches, String municipality) {
        if (!coaches.containsKey(coach)) {
            return Optional.of(Reason.NOT_A_COACH_HERE);
        }
        if (locks.isLocked(coach)) {
            return Optional.of(Reason.LOCKED);
        }
        LocalDate today = LocalDate.now(clock);
        return absence(coach, municipality, today, null).map(away -> Reason.AWAY);
    }

    /** Cases that can be handed over now: open, and not in a hand-over. */
    List<CoachedCase> free(String municipality) {
        return handOvers.openCases(municipality).stream()
                .filter(found -> found.coach() != null || found.status() != CaseStatus.REFERRED)
                .filter(found -> found.handOverId() == null).toList();
    }
}
