package fi.tyopolku.forms;

import static fi.tyopolku.forms.FormJs.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Answers to a field: right ones, at the edges of its limits, empty, blank and beyond ASCII, and wrong kinds of values. */
final class RandomAnswers {

    private static final List<String> TEXTS = List.of("", " ", "  \u00a0", "\ufeff", "\u200b", "a", "ab", "AB12", " ab ", "ab\u00a0",
            "😀", "\ud83d", "😀😀", "a\nb", "a\tb", "a\u2028b", "a\u0000b", "åäö", "xab x", "2026-11", "[", "a{b", "x{", "12345",
            "a\u0085b", "b", "aXb", "B", "AB", "&", "\b", "a/b", "ab ab", "abab", "x@", "9a", "\u0001", "Åbo 1", "e\u0301");
    private static final List<String> ADDRESSES = List.of("a@b.fi", "a@b", " a@b.fi", "ä@b.fi", "a@b.fi.", "a b@c.fi", "a@-b.fi",
            "aino.virtanen+työ@kunta.fi", "aino.v+x@kunta.fi", "+358401234567", "+358 40 1234567", "0401234567", "00358401234567",
            "soita +358401234567", "+358401234567 ", "+3584", "+99912345678", "+15551234567");
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "2", "3", "2.5", "0.25", "0.1", "5", "6", "6.5", "9", "100", "8.01",
            "0.30000000000000004", "-3", "-3.001", "10", "1e12", "1e13", "-1e13", "0.0001", "1e-7", "5.00", "123456789");
    private static final List<String> NUMBER_TEXTS = List.of("5", "5.50", "-3", "1e2", ".5", "5.", "00012");
    /** form-js breaks down on most of these and shows nothing any more, so they are no part of whole forms. */
    private static final List<String> ODD_NUMBER_TEXTS = List.of("abc", "NaN", "0x10", "+5", " 5", "Infinity", "1e999", "5,5");
    private static final List<String> DAYS = List.of("2026-11-22", "2026-11-21", "2026-11-23", "2027-01-01", "2026-02-30", "2026-13-01",
            "1899-12-31", "1900-01-01", "2046-12-31", "2047-01-01", "22.11.2026", "2026-11-22T10:00", "2024-02-29", "2026-1-1");
    private static final List<String> TIMES = List.of("10:00", "10:07", "09:30", "23:45", "24:00", "9:30", "10:00:00", "10:60");
    private static final List<String> ZONES = List.of("", "Z", "+02:00", "-03:30", "+19:00", "+2");
    private static final List<String> ODD = List.of("null", "true", "false", "5", "1e20", "1e300", "\"A\"", "[]", "[\"A\"]", "{}", "{\"a\":1}", "[[1]]", "\"\"");

    private final Random random;
    private final Set<JsonNode> options;
    private final JsonNode component;

    /** @param options what the field offers */
    RandomAnswers(Random random, JsonNode component, Set<JsonNode> options) {
        this.random = random;
        this.component = component;
        this.options = options;
    }

    /** Of the kind that the field sends, right or wrong. */
    JsonNode next() {
        return random.nextInt(8) == 0 ? empty() : switch (component.path("type").asText()) {
            case "textfield", "textarea" -> TextNode.valueOf(text());
            case "number" -> number();
            case "checkbox" -> BooleanNode.valueOf(random.nextBoolean());
            case "radio", "select" -> choice();
            case "checklist", "taglist" -> choices();
            case "datetime" -> TextNode.valueOf(dateTime());
            default -> NullNode.getInstance();
        };
    }

    /** Of any kind, also one that no form sends. */
    JsonNode odd() {
        boolean isNumber = component.path("type").asText().equals("number") && random.nextBoolean();
        return isNumber ? TextNode.valueOf(one(ODD_NUMBER_TEXTS)) : FormJs.tree(one(ODD));
    }

    private JsonNode empty() {
        return switch (component.path("type").asText()) {
            case "textfield", "textarea" -> TextNode.valueOf("");
            case "checkbox" -> BooleanNode.FALSE;
            case "checklist", "taglist" -> JSON.createArrayNode();
            default -> NullNode.getInstance();
        };
    }

    private String text() {
        JsonNode validate = component.path("validate");
        if (!validate.path("validationType").asText("").isEmpty() && random.nextInt(4) > 0) {
            return one(ADDRESSES);
        }
        if (random.nextInt(3) == 0) {
            int around = validate.path(random.nextBoolean() ? "maxLength" : "minLength").asInt(6);
            String text = one(List.of("x", "ä", "1", "😀")).repeat(Math.max(0, around + random.nextInt(3) - 1));
            return one(List.of("%s", " %s", "%s ", "%s\u3000")).formatted(text);
        }
        return random.nextInt(60) == 0 ? "x".repeat(10_001) : one(TEXTS);
    }

    private JsonNode number() {
        boolean isText = component.path("serializeToString").asBoolean();
        if (isText && random.nextInt(3) == 0) {
            return TextNode.valueOf(one(NUMBER_TEXTS));
        }
        JsonNode limit = component.path("validate").path(random.nextBoolean() ? "max" : "min");
        BigDecimal number = limit.isNumber() && random.nextBoolean()
                ? limit.decimalValue().add(new BigDecimal(one(List.of("0", "1", "-1", "0.1", "-0.001")))) : new BigDecimal(one(NUMBERS));
        return isText ? TextNode.valueOf(number.toPlainString()) : JSON.getNodeFactory().numberNode(number);
    }

    private JsonNode choice() {
        return options.isEmpty() || random.nextInt(6) == 0 ? one(List.of(TextNode.valueOf("Z"), TextNode.valueOf("A"), JSON.getNodeFactory().numberNode(1)))
                : one(new ArrayList<>(options));
    }

    private JsonNode choices() {
        ArrayNode chosen = JSON.createArrayNode();
        options.stream().filter(option -> random.nextBoolean()).forEach(chosen::add);
        if (random.nextInt(6) == 0) {
            chosen.add(choice());
        }
        return chosen;
    }

    private String dateTime() {
        String time = one(TIMES) + (random.nextBoolean() ? usualZone() : one(ZONES));
        return switch (component.path("subtype").asText()) {
            case "time" -> time;
            case "datetime" -> one(DAYS) + "T" + time;
            default -> one(DAYS);
        };
    }

    private String usualZone() {
        return switch (component.path("timeSerializingFormat").asText()) {
            case "utc_offset" -> "+02:00";
            case "utc_normalized" -> "Z";
            default -> "";
        };
    }

    private <T> T one(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
