package fi.tyopolku.supports;

import java.time.LocalDate;

/**
 * Something that was agreed in a support, see {@link NewSupportAction}.
 *
 * @param endedOn null while it is open
 */
public record SupportAction(long id, String caseId, String service, String topic, String action, String doer,
        LocalDate dueOn, boolean shared, State state, LocalDate endedOn) {

    public enum State {
        OPEN, DONE,
        /** the case ended first */
        ENDED
    }
}
