package fi.tyopolku.documents;

import fi.tyopolku.messages.Catalogues;
import java.util.Locale;

/** Fields by the names that a person reads. */
final class FieldNames {

    /** Written into the labels of required fields that can be hidden. */
    private static final String REQUIRED_MARK = " *";

    private FieldNames() {
    }

    static String in(Locale locale, String formId, String label) {
        String own = Catalogues.in(locale, formId, label);
        if (!own.equals(label)) {
            return own;
        }
        String marked = Catalogues.in(locale, formId, label + REQUIRED_MARK);
        return marked.endsWith(REQUIRED_MARK) ? marked.substring(0, marked.length() - REQUIRED_MARK.length()) : label;
    }
}
