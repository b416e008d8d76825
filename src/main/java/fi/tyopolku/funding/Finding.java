package fi.tyopolku.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.messages.Texts;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a check has found, with its legal basis.
 *
 * @param table key of the decision table; null for what we found ourselves
 * @param code the table's code, or the key of our own sentence
 * @param question the table's own words, which are the only ones for a missing fact
 */
record Finding(String table, String code, String question, String basis) {

    static Finding of(DecisionOutcome outcome, Map<String, Object> row) {
        return new Finding(outcome.decisionKey(), (String) row.get("code"), (String) row.get("reason"),
                (String) row.get("basis"));
    }

    static Finding of(String key, String basis) {
        return new Finding(null, key, null, basis);
    }

    static Finding read(JsonNode node) {
        return new Finding(text(node, "table"), text(node, "code"), text(node, "question"), text(node, "basis"));
    }

    void writeTo(ObjectNode node) {
        node.put("table", table).put("code", code).put("question", question).put("basis", basis);
    }

    String in(Locale locale) {
        return sentence(locale) + (basis == null ? "" : " (" + DecisionTexts.basis(basis, locale) + ")");
    }

    private String sentence(Locale locale) {
        if (table == null) {
            return Texts.in(locale, code);
        }
        return DecisionOutcome.CHECK_BY_HAND.equals(code) ? DecisionTexts.reason(table, question, locale) : DecisionTexts.of(table, code, locale);
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
