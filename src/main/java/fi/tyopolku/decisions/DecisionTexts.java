package fi.tyopolku.decisions;

import fi.tyopolku.messages.Texts;
import java.util.Locale;

/** What the codes of decision tables are called in Finnish, Swedish and English, for people. */
public final class DecisionTexts {

    private DecisionTexts() {
    }

    public static String of(String decisionKey, String code, Locale locale) {
        return Texts.in(locale, keyOf(decisionKey, code));
    }

    static String keyOf(String decisionKey, String code) {
        return DecisionOutcome.CHECK_BY_HAND.equals(code)
                ? "decisions.CHECK_BY_HAND"
                : "decisions." + decisionKey + "." + code;
    }
}
