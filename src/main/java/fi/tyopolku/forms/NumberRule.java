package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers, counted exactly as form-js does; texts only where the form says so ({@code serializeToString}). */
class NumberRule implements FieldRule {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    @Override
    public Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state) {
        BigDecimal number = read(field, value);
        if (number == null) {
            return FieldRule.fault(field, "forms.number");
        }
        BigDecimal least = state.limit(field, "min").orElse(LARGEST.negate());
        BigDecimal most = state.limit(field, "max").orElse(LARGEST);
        if (number.compareTo(least) < 0) {
            return FieldRule.fault(field, "forms.tooSmall", least.toPlainString());
        }
        if (number.compareTo(most) > 0) {
            return FieldRule.fault(field, "forms.tooLarge", most.toPlainString());
        }
        int decimals = field.component().path("decimalDigits").asInt(-1);
        if (decimals >= 0 && number.stripTrailingZeros().scale() > decimals) {
            return FieldRule.fault(field, decimals == 0 ? "forms.wholeNumber" : "forms.decimals", decimals);
        }
        return besidesStep(field, number);
    }

    private static Optional<Fault> besidesStep(FormFieldSchema field, BigDecimal number) {
        BigDecimal step = JsNumber.of(field.component().path("increment")).orElse(BigDecimal.ZERO);
        if (step.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal beyond = number.remainder(step);
        if (beyond.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal below = number.subtract(beyond);
        return FieldRule.fault(field, "forms.step", plain(below), plain(below.add(step)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal read(FormFieldSchema field, JsonNode value) {
        if (JsonValues.isFiniteNumber(value)) {
            return value.decimalValue();
        }
        return value.isTextual() && isText(field) ? JsNumber.decimal(value.asText()).orElse(null) : null;
    }

    private static boolean isText(FormFieldSchema field) {
        return field.component().path("serializeToString").asBoolean(false);
    }

    @Override
    public JsonNode opened(FormFieldSchema field, JsonNode shown, FormState state) {
        BigDecimal number = shown.isTextual() && !shown.asText().isEmpty() || JsonValues.isFiniteNumber(shown)
                ? JsNumber.of(shown).orElse(null) : null;
        if (number == null) {
            return empty();
        }
        return isText(field) ? TextNode.valueOf(shown.isTextual() ? shown.asText() : plain(number))
                : JsonValues.number(number);
    }

    @Override
    public JsonNode normal(FormFieldSchema field, JsonNode value) {
        if (JsonValues.isMissing(value)) {
            return NullNode.getInstance();
        }
        if (!JsonValues.isFiniteNumber(value)) {
            return value;
        }
        return isText(field) ? TextNode.valueOf(plain(value.decimalValue())) : JsonValues.number(value.decimalValue());
    }
}
