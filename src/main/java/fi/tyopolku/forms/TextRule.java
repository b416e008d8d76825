package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text fields and text areas. Length counts UTF-16 units of the trimmed text; pattern, e-mail and telephone look at the
 * text as it was sent, blanks included: all as form-js does.
 */
class TextRule implements FieldRule {

    /** Longer than any answer that a person types; the document store is no place for files. */
    static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Pattern CONTROL_IN_LINES = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\t]");

    private final boolean hasLines;
    private final Map<String, FieldFormat> formats;

    TextRule(boolean hasLines, Map<String, FieldFormat> formats) {
        this.hasLines = hasLines;
        this.formats = formats;
    }

    @Override
    public Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state) {
        if (!value.isTextual()) {
            return FieldRule.fault(field, "forms.type");
        }
        String sent = value.asText();
        String text = JsText.trimmed(sent);
        if ((hasLines ? CONTROL_IN_LINES : CONTROL).matcher(text).find()) {
            return FieldRule.fault(field, "forms.controlCharacters");
        }
        return wrongLength(field, text, state)
                .or(() -> wrongPattern(field, sent, text))
                .or(() -> wrongAddress(field, sent, text))
                .or(() -> wrongFormat(field, text));
    }

    private static Optional<Fault> wrongLength(FormFieldSchema field, String text, FormState state) {
        BigDecimal longest = state.limit(field, "maxLength").orElse(BigDecimal.valueOf(LONGEST_TEXT));
        Optional<BigDecimal> shortest = state.limit(field, "minLength");
        BigDecimal length = BigDecimal.valueOf(text.length());
        if (length.compareTo(longest) > 0) {
            return FieldRule.fault(field, "forms.tooLong", longest);
        }
        if (shortest.isPresent() && length.compareTo(shortest.get()) < 0) {
            return FieldRule.fault(field, "forms.tooShort", shortest.get());
        }
        return Optional.empty();
    }

    /** What is stored is the trimmed text, so it has to fit too. */
    private static Optional<Fault> wrongPattern(FormFieldSchema field, String sent, String text) {
        String pattern = field.validation("pattern").asText("");
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        JsPattern compiled = JsPattern.of(pattern);
        boolean fits = compiled.isFoundIn(sent) && (text.isEmpty() || compiled.isFoundIn(text));
        return fits ? Optional.empty() : FieldRule.fault(field, "forms.pattern");
    }

    private static Optional<Fault> wrongAddress(FormFieldSchema field, String sent, String text) {
        boolean fits = switch (field.validation("validationType").asText("")) {
            case "email" -> text.length() <= LONGEST_ADDRESS && ContactAddresses.isEmail(sent);
            case "phone" -> ContactAddresses.isPhone(sent);
            default -> true;
        };
        return fits ? Optional.empty() : FieldRule.fault(field, "forms." + field.validation("validationType").asText());
    }

    private Optional<Fault> wrongFormat(FormFieldSchema field, String text) {
        FieldFormat format = formats.get(field.format());
        return format == null || JsText.isBlank(text) || format.accepts(text) ? Optional.empty()
                : FieldRule.fault(field, "forms.format." + format.name());
    }

    @Override
    public JsonNode opened(FormFieldSchema field, JsonNode shown, FormState state) {
        if (shown.isContainerNode() || shown.isNull()) {
            return empty();
        }
        return hasLines ? TextNode.valueOf(shown.asText())
                : TextNode.valueOf(LINE_ENDS.matcher(shown.asText()).replaceAll(" "));
    }

    @Override
    public JsonNode empty() {
        return TextNode.valueOf("");
    }

    @Override
    public JsonNode normal(FormFieldSchema field, JsonNode value) {
        if (JsonValues.isMissing(value)) {
            return NullNode.getInstance();
        }
        return value.isTextual() ? TextNode.valueOf(JsText.trimmed(value.asText())) : value;
    }
}
