package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** D8: limits of rehabilitative work. */
class RehabilitativeWorkLimitsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String MONTHS = "workTrialAgreement.rehabilitativeMonths";
    private static final String DAYS = "workTrialAgreement.daysPerWeek";
    private static final String HOURS = "workTrialAgreement.hoursPerDay";
    private static final String DAYS_IN_YEAR = "workTrialAgreement.rehabilitativeDaysIn12Months";
    private static final String KIND = "workTrialAgreement.hostKind";
    private static final String START = "workTrialAgreement.start";
    private static final String PLAN = "planApproval.approvedByClient";

    @Override
    String decisionKey() {
        return "rehabilitativeWorkLimits";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(MONTHS, 6)
                .with(DAYS, 4)
                .with(HOURS, 4)
                .with(DAYS_IN_YEAR, 100)
                .with(KIND, "WELLBEING_COUNTY")
                .with(START, "2026-12-01")
                .with(PLAN, true);
    }

    @Override
    void scenarios() {
        when("within the limits", but());
        when("two months", but(MONTHS, 2), "PERIOD_LENGTH");
        when("three months", but(MONTHS, 3));
        when("24 months", but(MONTHS, 24));
        when("25 months", but(MONTHS, 25), "PERIOD_LENGTH");
        when("months unknown", but(MONTHS, null), CHECK);
        when("five days a week", but(DAYS, 5), "DAYS_PER_WEEK");
        when("no day a week", but(DAYS, 0), "DAYS_PER_WEEK");
        when("one day a week", but(DAYS, 1));
        when("days unknown", but(DAYS, null), CHECK);
        when("3.9 hours a day", but(HOURS, 3.9), "HOURS_PER_DAY");
        when("hours unknown", but(HOURS, null), CHECK);
        when("178 days", but(DAYS_IN_YEAR, 178));
        when("179 days", but(DAYS_IN_YEAR, 179), "OVER_178_DAYS");
        when("days in the year unknown", but(DAYS_IN_YEAR, null), CHECK);
        when("a company", but(KIND, "COMPANY"), "ORGANISED_BY_COMPANY");
        when("kind unknown", but(KIND, null), CHECK);
        when("no plan", but(PLAN, false), "NO_PLAN");
        when("plan unknown", but(PLAN, null), CHECK);
        when("start unknown", but(START, null), CHECK);
        when("before 2023", but(START, "2022-12-31"), CHECK);
    }
}
