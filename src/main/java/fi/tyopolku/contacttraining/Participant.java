package fi.tyopolku.contacttraining;

import fi.tyopolku.network.TrainingPlace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A client in a group, as the trainer sees one.
 *
 * @param label given name and initial
 * @param since the day the place was taken
 */
record Participant(String caseId, String label, LocalDate since) {

    static Participant of(TrainingPlace place, ZoneId zone) {
        return new Participant(place.caseId(), place.clientLabel(), place.since().atZone(zone).toLocalDate());
    }

    /** Two may share a name, so the case tells them apart. */
    String labelWithCase() {
        return label + " (" + caseId + ")";
    }

    static boolean sharesItsName(Participant one, List<Participant> all) {
        return all.stream().filter(other -> other.label().equals(one.label())).count() > 1;
    }

    /** Must have a mark for a teaching day: was in the group before it. On the day of joining a mark is possible. */
    boolean mustBeMarkedOn(LocalDate day) {
        return since.isBefore(day);
    }
}
