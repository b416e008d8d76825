package fi.tyopolku.contacttraining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.network.TrainingPlace;
import fi.tyopolku.trainingdays.DayBalance;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDay;
import fi.tyopolku.trainingdays.TrainingDayKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact training of one client. */
@Service
@Transactional
public class ContactTraining {

    static final String CLOSING = "contactTrainingClosing";
    static final String HEARING = "absenceHearing";
    private static final String ABSENCES_DECIDED = "absencesDecided";
    private static final String UNTIL = "until";

    private final TrainingGroups groups;
    private final TeachingDays teachingDays;
    private final DayLedger ledger;
    private final ClientServices services;
    private final DocumentStore documents;
    private final ObjectMapper json;
    private final Clock clock;

    ContactTraining(TrainingGroups groups, TeachingDays teachingDays, DayLedger ledger, ClientServices services,
            DocumentStore documents, ObjectMapper json, Clock clock) {
        this.groups = groups;
        this.teachingDays = teachingDays;
        this.ledger = ledger;
        this.services = services;
        this.documents = documents;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Reads the ledger and holds the case's group until the transaction ends. A caller that begins to wait for the next
     * week in the same transaction misses none: whoever announces a week holds the group too.
     */
    public Standing standing(String caseId) {
        groups.groupOf(caseId).ifPresent(group -> groups.hold(group.id()));
        if (ledger.balance(caseId).contactDone()) {
            return Standing.DONE;
        }
        if (groups.groupOf(caseId).isEmpty()) {
            return Standing.NO_PLACE;
        }
        boolean mustDecide = undecidedAbsences(caseId).size() >= DayBalance.UNAUTHORISED_LIMIT;
        return mustDecide ? Standing.ABSENCES : Standing.UNDER_WAY;
    }

    /**
     * Takes a place in the group, or a turn in its waiting list; gives up what the case had in another group. Holds the
     * group until the transaction ends, as {@link #standing} does.
     *
     * @throws fi.tyopolku.messages.Refusal when the group does not exist or has ended, or its days are taken by another
     *     service of the client
     */
    public TakenPlace takePlace(String groupId, String caseId, String clientLabel) {
        groups.placeOf(caseId).filter(place -> !place.groupId().equals(groupId))
                .ifPresent(elsewhere -> groups.release(caseId));
        if (groups.placeOf(caseId).isEmpty()) {
            groups.find(groupId).ifPresent(group -> services.refuseOverlap(new NewClientService(caseId,
                    group.municipality(), PlacesAsServices.SERVICE, null, group.starts(), group.ends(),
                    group.teachingWeekdays())));
        }
        TrainingPlace.State state = groups.takePlace(groupId, caseId, clientLabel);
        TrainingGroup group = groups.find(groupId).orElseThrow();
        LocalDate startsOn = teachingDays.firstFrom(group, LocalDate.now(clock)).orElse(group.starts());
        return new TakenPlace(state == TrainingPlace.State.TAKEN, group.trainer(), startsOn);
    }

    /** Gives up the place or the turn, when there is one. */
    public void leave(String caseId) {
        groups.release(caseId);
    }

    /** True when the contact training was closed, with its learning outcomes, at an earlier time. */
    public boolean isClosed(String caseId) {
        return documents.latest(caseId, CLOSING).isPresent();
    }

    /** The latest contact training days in a row without permission that no official has decided on. */
    public List<TrainingDay> undecidedAbsences(String caseId) {
        LocalDate decidedUntil = documents.latest(caseId, ABSENCES_DECIDED)
                .map(decided -> LocalDate.parse(decided.content().get(UNTIL).asText())).orElse(LocalDate.MIN);
        List<TrainingDay> contactDays = ledger.days(caseId).stream()
                .filter(day -> day.kind() == TrainingDayKind.CONTACT).toList();
        int first = contactDays.size();
        while (first > 0 && contactDays.get(first - 1).mark() == Mark.ABSENT_WITHOUT) {
            first--;
        }
        return contactDays.subList(first, contactDays.size()).stream()
                .filter(day -> day.day().isAfter(decidedUntil)).toList();
    }

    /**
     * Keeps that the absences up to a day have been decided on, by whoever recorded the hearing of the client.
     *
     * @param until the last day that the official saw
     * @param decision a code, CONTINUE or INTERRUPT
     */
    public void recordAbsenceDecision(String caseId, LocalDate until, String decision) {
        String official = documents.latest(caseId, HEARING).map(Document::author).orElseThrow();
        int latest = documents.latest(caseId, ABSENCES_DECIDED).map(Document::version).orElse(0);
        ObjectNode decided = json.createObjectNode().put(UNTIL, until.toString()).put("decision", decision);
        documents.save(caseId, ABSENCES_DECIDED, (JsonNode) decided, latest, official);
    }
}
