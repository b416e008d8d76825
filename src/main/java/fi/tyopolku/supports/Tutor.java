package fi.tyopolku.supports;

import java.util.Set;

/**
 * Somebody who helps others in their own language, or new colleagues at work.
 *
 * @param languages ISO 639 codes
 * @param occupation may be null, as may availability
 * @param free how many more people the tutor has time for
 */
public record Tutor(String id, String municipality, Kind kind, String name, String email, String language,
        Set<String> languages, String occupation, String availability, int free) {

    public enum Kind {
        PEER_TUTOR, MENTOR, BOTH
    }

    /** Names nobody, so that a tutor cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Tutor[" + id + "]";
    }
}
