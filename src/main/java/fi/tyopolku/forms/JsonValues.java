package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** What the rules have in common about JSON values. */
final class JsonValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DIGITS_OF_A_LONG = 19;

    private JsonValues() {
    }

    /** Not answered: form-js sends null or an empty text. */
    static boolean isAbsent(JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() || value.isTextual() && value.asText().isEmpty();
    }

    /** Not answered, or with blanks only. */
    static boolean isMissing(JsonNode value) {
        return isAbsent(value) || value.isTextual() && JsText.isBlank(value.asText());
    }

    static boolean isFiniteNumber(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    /** One form for equal numbers, at any depth: JavaScript knows one kind of number only. */
    static JsonNode withPlainNumbers(JsonNode value) {
        if (isFiniteNumber(value)) {
            return number(value.decimalValue());
        }
        if (value.isArray()) {
            ArrayNode items = NODES.arrayNode();
            value.forEach(item -> items.add(withPlainNumbers(item)));
            return items;
        }
        if (value.isObject()) {
            ObjectNode fields = NODES.objectNode();
            value.fields().forEachRemaining(field -> fields.set(field.getKey(), withPlainNumbers(field.getValue())));
            return fields;
        }
        return value;
    }

    /** A long where the number is whole and fits, else a decimal without zeros at its end. */
    static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < DIGITS_OF_A_LONG
                ? NODES.numberNode(plain.longValueExact()) : NODES.numberNode(plain);
    }

    static JsonNode at(JsonNode data, List<String> path) {
        JsonNode value = data;
        for (String segment : path) {
            value = value.path(segment);
        }
        return value;
    }

    /** Puts the value there, making room where no object stands yet. */
    static void put(ObjectNode data, List<String> path, JsonNode value) {
        ObjectNode parent = data;
        for (String segment : path.subList(0, path.size() - 1)) {
            parent = parent.get(segment) instanceof ObjectNode object ? object : parent.putObject(segment);
        }
        parent.set(path.get(path.size() - 1), value);
    }

    /** Takes the value out, and what has become empty around it. */
    static void remove(ObjectNode data, List<String> path) {
        for (int depth = path.size(); depth > 0; depth--) {
            if (!(at(data, path.subList(0, depth - 1)) instanceof ObjectNode parent)) {
                return;
            }
            parent.remove(path.get(depth - 1));
            if (!parent.isEmpty()) {
                return;
            }
        }
    }
}
