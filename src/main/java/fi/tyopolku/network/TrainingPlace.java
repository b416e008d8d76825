package fi.tyopolku.network;

import java.time.Instant;

/**
 * A client's place in a training group.
 *
 * @param clientLabel given name and initial, for the trainer's list
 * @param since when the place was taken or the waiting began
 */
public record TrainingPlace(String groupId, String caseId, String clientLabel, State state, Instant since) {

    /** A place held, or a turn in the waiting list. */
    public enum State {
        TAKEN,
        WAITING
    }
}
