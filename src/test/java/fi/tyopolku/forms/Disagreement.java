package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** Where the guard and form-js 1.8.7 may differ, and why; anything else is a fault of the guard. */
enum Disagreement {

    NOT_OFFERED("form-js takes a value that is not offered (it only empties what it shows); the guard refuses it"),
    EMPTIED("what is not offered form-js takes out of the answer while it shows the form; sent as it is, the guard refuses it"),
    ZERO_LOST("form-js empties a number field whose value becomes 0 from outside; typed, and for the guard, 0 is a number"),
    CHOSEN_TWICE("form-js takes the same option twice in one answer; the guard refuses it"),
    BLANK("form-js counts blanks and invisible characters as an answer to a required text; the guard does not"),
    REQUIRED_BY_US("required by our custom property, for fields that can be hidden; form-js does not know it"),
    WRONG_KIND("form-js takes a value of another kind where no validation trips over it; the guard refuses it"),
    CONTROL_CHARACTER("form-js takes characters that cannot be seen; the guard refuses them"),
    TOO_LONG("without a limit in the form form-js takes a text of any length; the guard takes 10 000 characters"),
    TOO_LARGE("without a limit in the form form-js takes any number; the guard takes a million millions either way"),
    NO_DECIMAL("form-js takes a text that JavaScript can read as a number (0x10, Infinity); the guard takes decimals"),
    NO_DOMAIN("form-js takes an e-mail address without a dot after the at sign; the guard refuses it"),
    NO_NUMBER_ALONE("form-js takes any text before a telephone number; the guard takes the number alone"),
    PATTERN_OF_TRIMMED("only the blanks around a text make it fit the pattern; the guard stores it without them and refuses it"),
    NO_DATE("form-js takes any text as a date or time when it is sent past its calendar; the guard refuses it"),
    PAST_DATE("form-js closes past days in its calendar only; the guard refuses them"),
    BESIDE_INTERVAL("form-js rounds times down to the interval while they are typed; the guard refuses others"),
    OWN_FORMAT("a format of ours (custom property); form-js does not know it"),
    CHANGED_READ_ONLY("form-js sends what a read-only field holds; the guard refuses any other value than was shown"),
    READ_ONLY_NOT_JUDGED("form-js validates read-only fields, which nobody can mend; the guard leaves them to who wrote them"),
    LETTER_BY_LETTER("form-js compares two texts letter by letter where number and limit are both texts; the guard compares numbers"),
    HIDDEN_CHAIN("a hidden value steers a condition that steers another; it is not sent, so the guard cannot see it");

    private static final Set<String> DATES = Set.of("forms.date", "forms.time", "forms.dateTime");

    private final String explanation;

    Disagreement(String explanation) {
        this.explanation = explanation;
    }

    String explanation() {
        return explanation;
    }

    /** Why the guard refuses a value that form-js takes; empty where nothing here explains it. */
    static Optional<Disagreement> stricter(FormFieldSchema field, JsonNode value, String fault, FormState state, LocalDate today) {
        String text = value.isTextual() ? value.asText() : "";
        String trimmed = text.replaceAll("^[\\p{Z}\\s\\uFEFF]+|[\\p{Z}\\s\\uFEFF]+$", "");
        boolean isBlank = value.isTextual() && trimmed.replaceAll("\\p{Cf}", "").isEmpty();
        boolean isRequiredByFormJs = field.validation("required").asBoolean();
        Disagreement reason = switch (fault) {
            case "forms.required" -> !isRequiredByFormJs ? REQUIRED_BY_US : isBlank && !text.isEmpty() ? BLANK : null;
            case "forms.mustBeTicked" -> isRequiredByFormJs ? null : REQUIRED_BY_US;
            case "forms.option" -> hasUnknown(field, value, state) ? NOT_OFFERED : hasTwins(value) ? CHOSEN_TWICE : null;
            case "forms.type" -> isOfKind(field, value) ? null : WRONG_KIND;
            case "forms.number" -> !value.isTextual() || !field.component().path("serializeToString").asBoolean() ? WRONG_KIND
                    : trimmed.matches("-?\\d{1,20}(\\.\\d{1,20})?") && trimmed.equals(text) ? null : NO_DECIMAL;
            case "forms.controlCharacters" -> text.matches("(?s).*[\\p{Cc}\\u2028\\u2029].*") ? CONTROL_CHARACTER : null;
            case "forms.tooLong" -> field.validation("maxLength").isNumber() || text.length() <= 10_000 ? null : TOO_LONG;
            case "forms.tooLarge", "forms.tooSmall" -> !withoutLimit(field, fault, state) || number(value).abs().compareTo(BigDecimal.valueOf(1_000_000_000_000L)) <= 0
                    ? letterByLetter(field, value) : TOO_LARGE;
            case "forms.email" -> !trimmed.matches(".*@[^.]*\\..*") ? NO_DOMAIN : null;
            case "forms.phone" -> text.matches("[+0]\\d+") ? null : NO_NUMBER_ALONE;
            case "forms.pattern" -> trimmed.equals(text) ? null : PATTERN_OF_TRIMMED;
            case "forms.pastDate" -> text.substring(0, 10).compareTo(today.toString()) < 0 ? PAST_DATE : null;
            case "forms.timeInterval" -> BESIDE_INTERVAL;
            case "forms.readOnly" -> CHANGED_READ_ONLY;
            default -> DATES.contains(fault) && !isDate(field, value) ? NO_DATE : fault.startsWith("forms.format.") || fault.equals("forms.futureDate")
                    ? OWN_FORMAT : null;
        };
        return Optional.ofNullable(reason);
    }

    private static boolean withoutLimit(FormFieldSchema field, String fault, FormState state) {
        return state.limit(field, fault.equals("forms.tooLarge") ? "max" : "min").isEmpty();
    }

    static Disagreement letterByLetter(FormFieldSchema field, JsonNode value) {
        boolean hasTextLimit = field.validation("min").isTextual() || field.validation("max").isTextual();
        return value.isTextual() && hasTextLimit ? LETTER_BY_LETTER : null;
    }

    private static BigDecimal number(JsonNode value) {
        return value.isTextual() ? new BigDecimal(value.asText()) : value.decimalValue();
    }

    private static boolean hasUnknown(FormFieldSchema field, JsonNode value, FormState state) {
        Set<JsonNode> options = state.options(field);
        if (!value.isArray() || Set.of("radio", "select").contains(field.type())) {
            return !options.contains(JsonValues.withPlainNumbers(value));
        }
        for (JsonNode item : value) {
            if (!options.contains(JsonValues.withPlainNumbers(item))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTwins(JsonNode value) {
        Set<JsonNode> seen = new java.util.HashSet<>();
        boolean hasTwins = false;
        for (JsonNode item : value) {
            hasTwins |= !seen.add(JsonValues.withPlainNumbers(item));
        }
        return hasTwins;
    }

    private static boolean isOfKind(FormFieldSchema field, JsonNode value) {
        return switch (field.type()) {
            case "textfield", "textarea" -> value.isTextual();
            case "checkbox" -> value.isBoolean();
            default -> value.isArray();
        };
    }

    private static boolean isDate(FormFieldSchema field, JsonNode value) {
        if (!value.isTextual()) {
            return false;
        }
        String text = value.asText();
        try {
            return switch (field.component().path("subtype").asText()) {
                case "time" -> isTime(field, text);
                case "datetime" -> text.contains("T") && isDay(text.substring(0, text.indexOf('T')))
                        && isTime(field, text.substring(text.indexOf('T') + 1));
                default -> isDay(text);
            };
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        int year = LocalDate.parse(text).getYear();
        return year >= 1900 && year <= 2046;
    }

    private static boolean isTime(FormFieldSchema field, String text) {
        String zone = switch (field.component().path("timeSerializingFormat").asText()) {
            case "utc_offset" -> "[+-](0\\d|1[0-8]):[0-5]\\d";
            case "utc_normalized" -> "Z";
            default -> "";
        };
        return text.matches("\\d{2}:\\d{2}" + zone) && LocalTime.parse(text.substring(0, 5)) != null;
    }
}
