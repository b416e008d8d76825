package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as the browser's JavaScript reads them out of other values. */
final class JsNumber {

    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST = 60;

    private JsNumber() {
    }

    /** What a comparison with this value compares with; empty where every comparison is false. */
    static Optional<BigDecimal> of(JsonNode value) {
        if (JsonValues.isFiniteNumber(value)) {
            return Optional.of(value.decimalValue());
        }
        if (value.isBoolean()) {
            return Optional.of(value.asBoolean() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return value.isTextual() ? of(value.asText()) : Optional.empty();
    }

    private static Optional<BigDecimal> of(String text) {
        String digits = JsText.trimmed(text);
        if (digits.isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        return decimal(digits.startsWith("+") ? digits.substring(1) : digits);
    }

    /** A number as people write it: no blanks, no hexadecimals, no infinity. */
    static Optional<BigDecimal> decimal(String text) {
        return text.length() <= LONGEST && DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
