package fi.tyopolku.decisions;

import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Texts;
import java.util.Locale;

/** What the codes of decision tables are called in Finnish, Swedish and English, for people. */
public final class DecisionTexts {

    private DecisionTexts() {
    }

    public static String of(String decisionKey, String code, Locale locale) {
        return Texts.in(locale, keyOf(decisionKey, code));
    }

    /** What the table itself says in words, in the reader's language: the question of a missing fact, or a reason. */
    public static String reason(String decisionKey, Object reason, Locale locale) {
        return reason == null ? "" : Catalogues.in(locale, decisionKey, reason.toString());
    }

    /** Act and section on which a row rests, as one writes it in the reader's language. */
    public static String basis(Object basis, Locale locale) {
        return basis == null ? "" : Catalogues.in(locale, null, basis.toString());
    }

    static String keyOf(String decisionKey, String code) {
        return DecisionOutcome.CHECK_BY_HAND.equals(code)
                ? "decisions.CHECK_BY_HAND"
                : "decisions." + decisionKey + "." + code;
    }
}
