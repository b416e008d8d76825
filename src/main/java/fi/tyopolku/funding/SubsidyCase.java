package fi.tyopolku.funding;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.decisions.DecisionOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One application with what the tables said of it: what bars the subsidy, what nobody knows yet, and what it would cost.
 *
 * @param byHand what the funding officer settled by hand; null before that
 */
record SubsidyCase(JsonNode application, DecisionOutcome employerBars, DecisionOutcome employmentBars,
        DecisionOutcome amount, JsonNode byHand) {

    private static final BigDecimal FULL = BigDecimal.ONE;

    /** One sentence for each bar, with its legal basis. */
    List<String> bars() {
        List<String> bars = new ArrayList<>();
        for (DecisionOutcome outcome : List.of(employerBars, employmentBars)) {
            outcome.rows().stream().filter(row -> !isOpen(row)).forEach(row -> bars.add(sentence(row)));
        }
        return bars;
    }

    /** One question for each fact that is missing. */
    List<String> openQuestions() {
        List<String> open = new ArrayList<>();
        for (DecisionOutcome outcome : List.of(employerBars, employmentBars, amount)) {
            outcome.rows().stream().filter(SubsidyCase::isOpen).map(SubsidyCase::sentence)
                    .filter(question -> !open.contains(question)).forEach(open::add);
        }
        if (isWithoutLength()) {
            open.add("How long is the subsidised period? (Act 380/2023 90 §)");
        }
        if (missing("otherWageSupport")) {
            open.add("Does the employer receive other support for the same wage costs? (Act 380/2023 93 §)");
        }
        return open;
    }

    /** Whether the officer must say percentage, months and cap. */
    boolean isAmountOpen() {
        return amount.mustBeChecked() || amount.rows().isEmpty() || isWithoutLength() || missing("otherWageSupport");
    }

    String ground() {
        return application.path("chosenGround").asText();
    }

    String purpose() {
        return isDiscretionary() ? FundingPurpose.PAY_SUBSIDY : FundingPurpose.EMPLOYMENT_SUPPORT_55;
    }

    /** The 55+ support must be granted to whoever meets its conditions (95 §). */
    boolean isDiscretionary() {
        return !"AGE55".equals(ground());
    }

    LocalDate start() {
        return LocalDate.parse(application.path("jobStart").asText());
    }

    SubsidyTerms terms() {
        if (isAmountOpen()) {
            return new SubsidyTerms(byHand.path("percent").asInt(), byHand.path("months").asInt(),
                    Euros.toCents(byHand.path("capEuros").decimalValue()), FULL, null);
        }
        Map<String, Object> row = amount.single();
        return new SubsidyTerms(integer(row, "percent"), integer(row, "months"),
                Euros.toCents(decimal(row, "capEuros")), decimal(row, "costFactor"), integer(row, "workingTimeCapPercent"));
    }

    WageCosts costs() {
        BigDecimal other = isAmountOpen() && byHand != null ? byHand.path("otherSupportMonthlyEuros").decimalValue()
                : application.path("otherWageSupport").asBoolean() ? decimal("otherSupportMonthlyEuros") : BigDecimal.ZERO;
        return new WageCosts(start(), end().orElse(null), Euros.toCents(decimal("monthlyPayEuros")),
                decimal("weeklyHours"), decimal("fieldFullTimeWeeklyHours"), Euros.toCents(other));
    }

    Optional<String> amountBasis() {
        return amount.rows().stream().map(row -> (String) row.get("basis")).filter(basis -> basis != null).findFirst();
    }

    Optional<String> amountWarning() {
        return amount.rows().stream().map(row -> (String) row.get("warning")).filter(text -> text != null).findFirst();
    }

    private boolean isWithoutLength() {
        return !amount.mustBeChecked() && amount.rows().size() == 1 && amount.single().get("months") == null
                && end().isEmpty();
    }

    private Optional<LocalDate> end() {
        return missing("jobEnd") ? Optional.empty() : Optional.of(LocalDate.parse(application.get("jobEnd").asText()));
    }

    private boolean missing(String field) {
        return !application.hasNonNull(field);
    }

    private BigDecimal decimal(String field) {
        return application.path(field).decimalValue();
    }

    private static boolean isOpen(Map<String, Object> row) {
        return DecisionOutcome.CHECK_BY_HAND.equals(row.get("code"));
    }

    private static String sentence(Map<String, Object> row) {
        return row.get("reason") + " (" + row.get("basis") + ")";
    }

    private static Integer integer(Map<String, Object> row, String name) {
        return row.get(name) == null ? null : ((Number) row.get(name)).intValue();
    }

    private static BigDecimal decimal(Map<String, Object> row, String name) {
        return new BigDecimal(row.get(name).toString());
    }
}
