package fi.tyopolku.handover;

import fi.tyopolku.clients.HandOver;
import fi.tyopolku.clients.HandOver.Kind;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.clients.NewHandOver;
import fi.tyopolku.clients.CoachedCase;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a hand-over: what is recorded, one case after the other, and who is told. */
@Service
@Transactional
public class HandOverRuns {

    private static final String DOCUMENT = "handOver";
    /** What has happened to a case, for the model to decide what the client is told. */
    private static final String NOTHING = "NONE";

    private final HandOvers handOvers;
    private final Coaches coaches;
    private final CaseWork work;
    private final DocumentStore documents;
    private final Notifications notifications;

    HandOverRuns(HandOvers handOvers, Coaches coaches, CaseWork work, DocumentStore documents,
            Notifications notifications) {
        this.handOvers = handOvers;
        this.coaches = coaches;
        this.work = work;
        this.documents = documents;
        this.notifications = notifications;
    }

    /**
     * A hand-over as the start form holds it.
     *
     * @param fromCoach   a user id or {@code NOBODY}
     * @param chosenCases empty for all
     * @param firstDay    null for good, as is lastDay
     */
    public record Asked(String id, String municipality, String fromCoach, String newCoach, LocalDate firstDay,
            LocalDate lastDay, String by, List<String> chosenCases) {
    }

    /**
     * Keeps the hand-over.
     *
     * @return the cases that change hands now; none yet for a temporary one
     * @throws Refusal when there is no case to hand over, or one of them cannot be
     */
    public List<String> record(Asked asked) {
        String from = Coaches.NOBODY.equals(asked.fromCoach()) ? null : asked.fromCoach();
        List<String> caseIds = asked.chosenCases().isEmpty() ? coaches.free(asked.municipality()).stream()
                .filter(found -> Objects.equals(found.coach(), from)).map(CoachedCase::caseId).toList() : asked.chosenCases();
        if (caseIds.isEmpty()) {
            throw new Refusal("handover.whichCases.none");
        }
        Kind kind = asked.firstDay() == null ? Kind.FOR_GOOD : Kind.TEMPORARY;
        handOvers.record(new NewHandOver(asked.id(), asked.municipality(), kind, from, asked.newCoach(), asked.firstDay(),
                asked.lastDay(), asked.by(), caseIds));
        return kind == Kind.FOR_GOOD ? handOvers.begin(asked.id()) : List.of();
    }

    /** @return the cases that the deputy gets now */
    public List<String> begin(String id) {
        return handOvers.begin(id);
    }

    /** @return the cases that the owner gets back now */
    public List<String> end(String id, String by) {
        return handOvers.end(id, by);
    }

    /** One case goes to the new coach or the deputy. @return {@code FOR_GOOD}, {@code TO_DEPUTY} or {@code NONE} */
    public String carryOut(String id, String caseId) {
        HandOver found = handOvers.find(id).orElseThrow();
        return handOvers.carryOut(id, caseId, reason(id)).map(change -> {
            List<String> roles = work.give(caseId, found.municipality(), change.from(), change.to());
            handOvers.keepTakenRoles(id, caseId, roles);
            return found.isTemporary() ? "TO_DEPUTY" : "FOR_GOOD";
        }).orElse(NOTHING);
    }

    /** One case goes back to its owner. @return {@code BACK} or {@code NONE} */
    public String giveBack(String id, String caseId) {
        HandOver found = handOvers.find(id).orElseThrow();
        return handOvers.giveBack(id, caseId).map(change -> {
            work.giveBack(caseId, found.municipality(), change.from(), change.to(), handOvers.takenRoles(id, caseId));
            return "BACK";
        }).orElse(NOTHING);
    }

    /** Tells one of the two coaches. Nobody is told where the cases were nobody's. */
    public void tell(String id, String template, String userId) {
        if (Coaches.NOBODY.equals(userId)) {
            return;
        }
        HandOver found = handOvers.find(id).orElseThrow();
        Map<String, Object> details = new HashMap<>();
        details.put("userId", userId);
        details.put("municipality", found.municipality());
        details.put("fromCoachName", coaches.name(found.fromCoach()));
        details.put("toCoachName", coaches.name(found.toCoach()));
        details.put("caseIds", String.join(", ", handOvers.casesOf(id)));
        if (found.isTemporary()) {
            details.put("startsOn", found.firstDay());
            details.put("endsOn", found.lastDay());
        }
        notifications.send(new Notification(id, template, Recipient.STAFF_MEMBER, userId, details));
    }

    private String reason(String id) {
        return documents.latest(id, DOCUMENT).map(document -> document.content().path("why").asText()).orElse(null);
    }
}
