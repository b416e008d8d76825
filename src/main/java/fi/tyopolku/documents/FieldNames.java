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
        String marked = label + REQUIRED_MARK;
        String own = Catalogues.in(locale, formId, marked);
        boolean isMarkedInTheForm = !own.equals(marked) && own.endsWith(REQUIRED_MARK);
        return isMarkedInTheForm ? own.substring(0, own.length() - REQUIRED_MARK.length())
                : Catalogues.in(locale, formId, label);
    }
}
