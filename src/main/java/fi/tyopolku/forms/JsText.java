package fi.tyopolku.forms;

import java.util.regex.Pattern;

/** Texts as the browser's JavaScript sees them, so that the guard counts and trims as form-js does. */
final class JsText {

    /** White space and line ends of ECMAScript; Java's own idea of a blank leaves out the no-break spaces. */
    static final String BLANKS = "\\t\\n\\u000B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

    private static final Pattern AROUND = Pattern.compile("^[" + BLANKS + "]+|[" + BLANKS + "]+\\z");
    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[" + BLANKS + "\\p{Cf}\\p{Z}\\s]*");

    private JsText() {
    }

    /** As {@code String.prototype.trim}. */
    static String trimmed(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    /** Nothing but blanks and characters without a shape of their own. */
    static boolean isBlank(String text) {
        return NOTHING_TO_SEE.matcher(text).matches();
    }
}
