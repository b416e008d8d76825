package fi.tyopolku.measures;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.clientservices.Overlap;
import fi.tyopolku.clientservices.OverlapRefused;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.network.TrainingPlace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places of clients in published measures, each a place in the measure's training group. */
@Service
@Transactional
public class MeasurePlaces {

    private final Measures measures;
    private final TrainingGroups groups;
    private final ClientServices services;
    private final ClientRegister clients;
    private final CaseRegister cases;
    private final Clock clock;

    MeasurePlaces(Measures measures, TrainingGroups groups, ClientServices services, ClientRegister clients,
            CaseRegister cases, Clock clock) {
        this.measures = measures;
        this.groups = groups;
        this.services = services;
        this.clients = clients;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Takes a place, or a turn in the waiting list, and holds the group until the transaction ends.
     *
     * @return whether it is a place
     * @throws Refusal when the measure takes nobody in, the user is not the coach of the open case, or another service of
     *     the client overlaps
     */
    public boolean take(String measureId, String caseId, String coach) {
        Measure measure = measures.find(measureId).filter(each -> each.state() == Measure.State.PUBLISHED)
                .orElseThrow(() -> new Refusal("measures.notPublished"));
        if (cases.find(caseId).filter(each -> each.status() == CaseStatus.OPEN && coach.equals(each.coach())).isEmpty()) {
            throw new Refusal("measures.notYourClient");
        }
        refuseOverlaps(measure, caseId);
        return groups.takePlace(measureId, caseId, clientLabel(caseId)) == TrainingPlace.State.TAKEN;
    }

    /**
     * Begins the service of the measure in the register of the client's services, on the measure's weekdays.
     *
     * @return false when another service has begun meanwhile that does not go with it; then nothing is changed
     */
    public boolean beginService(String measureId, String caseId) {
        try {
            services.begin(service(measures.find(measureId).orElseThrow(), caseId));
            return true;
        } catch (OverlapRefused overlap) {
            return false;
        }
    }

    /** Whether the case has a place by now. Holds the group, so that a caller who then waits misses no news. */
    public boolean hasPlace(String measureId, String caseId) {
        groups.hold(measureId);
        return groups.placeOf(caseId).filter(place -> place.groupId().equals(measureId))
                .filter(place -> place.state() == TrainingPlace.State.TAKEN).isPresent();
    }

    /** Gives up the place or the turn in the measure; the first who waits moves up while the measure goes on. */
    public void leave(String measureId, String caseId) {
        groups.placeOf(caseId).filter(place -> place.groupId().equals(measureId)).ifPresent(place -> groups.release(caseId));
    }

    /**
     * Ends the measure's group: whoever waits or holds a place lets go.
     *
     * @return their cases, to be told
     */
    public List<String> close(String measureId) {
        groups.hold(measureId);
        List<String> told = new ArrayList<>();
        // Who waits goes first, or a place given up would still pass to them.
        groups.waiting(measureId).forEach(place -> told.add(place.caseId()));
        groups.participants(measureId).forEach(place -> told.add(place.caseId()));
        told.forEach(groups::release);
        return told;
    }

    /** Place in the waiting list, from 1; empty when the case does not wait. */
    @Transactional(readOnly = true)
    public Optional<Integer> turn(String caseId) {
        return groups.placeOf(caseId).filter(place -> place.state() == TrainingPlace.State.WAITING).map(place -> 1
                + groups.waiting(place.groupId()).stream().map(TrainingPlace::caseId).toList().indexOf(caseId));
    }

    /** Given name and initial. */
    @Transactional(readOnly = true)
    public String clientLabel(String caseId) {
        return clients.client(caseId).map(Client::clientLabel).orElse(caseId);
    }

    private NewClientService service(Measure measure, String caseId) {
        LocalDate today = LocalDate.now(clock);
        return new NewClientService(caseId, cases.find(caseId).orElseThrow().municipality(), measure.kind().service(),
                measure.projectId(), measure.starts().isBefore(today) ? today : measure.starts(), measure.ends(),
                groups.find(measure.id()).orElseThrow().teachingWeekdays());
    }

    private void refuseOverlaps(Measure measure, String caseId) {
        List<Overlap> overlaps = services.bars(service(measure, caseId));
        if (!overlaps.isEmpty()) {
            Locale locale = LocaleContextHolder.getLocale();
            throw new Refusal("measures.overlappingService",
                    overlaps.stream().map(each -> each.in(locale)).collect(Collectors.joining(" ")));
        }
    }
}
