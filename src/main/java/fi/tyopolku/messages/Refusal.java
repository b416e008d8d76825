package fi.tyopolku.messages;

import java.util.Locale;
import java.util.Map;

/**
 * A business rule says no. Carries the key of a sentence for the person who asked, never personal data; the sentence
 * itself is chosen at the edge, in that person's language.
 */
public class Refusal extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    public Refusal(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }

    public String in(Locale locale) {
        return Texts.in(locale, key, arguments());
    }

    /** The fields that are wrong, each with its own sentence; empty where the refusal is about something else. */
    public Map<String, String> fieldsIn(Locale locale) {
        return Map.of();
    }

    /** The refusal behind an exception of a layer in between, or null. */
    public static Refusal behind(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        return (Refusal) cause;
    }
}
