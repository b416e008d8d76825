package fi.tyopolku.funding;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.decisions.DecisionOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One application with what the tables said of it: what bars the subsidy, what nobody knows yet, and what it would cost.
 *
 * @param byHand what the funding officer settled by hand; null before that
 */
record SubsidyCase(JsonNode application, DecisionOutcome employerBars, DecisionOutcome employmentBars,
        DecisionOutcome amount, JsonNode byHand) {

    private static final BigDecimal FULL = BigDecimal.ONE;

    /** What bars the subsidy for certain. */
    List<Finding> bars() {
        List<Finding> bars = new ArrayList<>();
        for (DecisionOutcome outcome : List.of(employerBars, employmentBars)) {
            outcome.rows().stream().filter(row -> !isOpen(row)).map(row -> Finding.of(outcome, row)).forEach(bars::add);
        }
        return bars;
    }

    /** One question for each fact that is missing. */
    List<Finding> openQuestions() {
        List<Finding> open = new ArrayList<>();
        for (DecisionOutcome outcome : List.of(employerBars, employmentBars, amount)) {
            outcome.rows().stream().filter(SubsidyCase::isOpen).map(row -> Finding.of(outcome, row)).forEach(open::add);
        }
        if (isWithoutLength()) {
            open.add(Finding.of("funding.open.length", "Act 380/2023 90 §"));
        }
        if (missing("otherWageSupport")) {
            open.add(Finding.of("funding.open.otherSupport", "Act 380/2023 93 §"));
        }
        return open.stream().distinct().toList();
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

    /** Act and section of the amount. */
    Optional<String> amountBasis() {
        return amountText("basis");
    }

    /** What the table itself doubts, such as the cap of the 70 per cent. */
    Optional<String> amountWarning() {
        return amountText("warning");
    }

    Optional<String> aidRegime() {
        return amountText("aidRegime");
    }

    private Optional<String> amountText(String output) {
        return amount.rows().stream().map(row -> (String) row.get(output)).filter(Objects::nonNull).findFirst();
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

    private static Integer integer(Map<String, Object> row, String name) {
        return row.get(name) == null ? null : ((Number) row.get(name)).intValue();
    }

    private static BigDecimal decimal(Map<String, Object> row, String name) {
        return new BigDecimal(row.get(name).toString());
    }
}
