package fi.tyopolku.notifications;

/**
 * Where mail goes.
 *
 * @param email    may be null or empty: then nothing is sent and the sent-log says so
 * @param language fi, sv or en; anything else counts as Finnish
 */
public record Address(String email, String language) {

    /** Shows no address, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Address[masked]";
    }
}
