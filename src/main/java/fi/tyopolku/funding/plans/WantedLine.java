package fi.tyopolku.funding.plans;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.funding.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The document {@code fundingLine}: a cost for which a funder is looked for. */
record WantedLine(JsonNode content) {

    static final String DOCUMENT = "fundingLine";
    static final String SUPPLEMENT = "MUNICIPAL_SUPPLEMENT";

    String item() {
        return text("item");
    }

    String whatFor() {
        return text("whatFor");
    }

    long amountCents() {
        return Euros.toCents(decimal("amountEuros"));
    }

    LocalDate startsOn() {
        return LocalDate.parse(text("startsOn"));
    }

    LocalDate endsOn() {
        return LocalDate.parse(text("endsOn"));
    }

    boolean isSupplement() {
        return SUPPLEMENT.equals(item());
    }

    /** Null for unknown. */
    Boolean yesNo(String field) {
        String answer = text(field);
        return "YES".equals(answer) ? Boolean.TRUE : "NO".equals(answer) ? Boolean.FALSE : null;
    }

    /** Null when it is not there. */
    String text(String field) {
        return content.hasNonNull(field) ? content.get(field).asText() : null;
    }

    /** Null when it is not there. */
    BigDecimal decimal(String field) {
        return content.hasNonNull(field) ? content.get(field).decimalValue() : null;
    }

    Integer integer(String field) {
        return content.hasNonNull(field) ? content.get(field).asInt() : null;
    }
}
