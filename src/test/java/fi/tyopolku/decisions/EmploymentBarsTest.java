package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** D2: bars that lie in the employment. */
class EmploymentBarsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String GROUND = "jobApplication.chosenGround";
    private static final String START = "jobApplication.jobStart";
    private static final String AGREEMENT = "jobApplication.collectiveAgreementPay";
    private static final String RESULT = "jobApplication.payByResultOnly";
    private static final String HOURS = "jobApplication.weeklyHours";
    private static final String FULL_TIME = "jobApplication.fieldFullTimeWeeklyHours";
    private static final String OTHER = "jobApplication.otherWageSupport";

    @Override
    String decisionKey() {
        return "employmentBars";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(GROUND, "SKILLS")
                .with(START, TODAY.plusDays(14))
                .with(AGREEMENT, true)
                .with(RESULT, false)
                .with(HOURS, 37.5)
                .with(FULL_TIME, 37.5)
                .with(OTHER, false);
    }

    @Override
    void scenarios() {
        when("nothing bars", but());
        when("nothing bars 55+", but(GROUND, "AGE55"));
        when("starts on the day of the decision", but(START, TODAY));
        when("started the day before", but(START, TODAY.minusDays(1)), "STARTED_BEFORE_DECISION");
        when("start given as text", but(START, TODAY.minusDays(1).toString()), "STARTED_BEFORE_DECISION");
        when("start unknown", but(START, null), CHECK);
        when("pay below the agreement", but(AGREEMENT, false), "PAY_BELOW_AGREEMENT");
        when("pay unknown", but(AGREEMENT, null), CHECK);
        when("paid by result", but(RESULT, true), "PAY_BY_RESULT_ONLY");
        when("result unknown", but(RESULT, null), CHECK);
        when("24.9 hours of 37.5", but(GROUND, "AGE55", HOURS, 24.9), "HOURS_BELOW_25");
        when("25 hours of 37.5", but(GROUND, "AGE55", HOURS, 25));
        when("23.3 hours of 36", but(GROUND, "AGE55", HOURS, 23.3, FULL_TIME, 36), "HOURS_BELOW_65_PERCENT");
        when("23.4 hours of 36", but(GROUND, "AGE55", HOURS, 23.4, FULL_TIME, 36));
        when("hours do not bind pay subsidy", but(HOURS, 10));
        when("hours unknown", but(GROUND, "AGE55", HOURS, null), CHECK);
        when("24 hours, full time unknown", but(GROUND, "AGE55", HOURS, 24, FULL_TIME, null), CHECK);
        when("25 hours, full time unknown", but(GROUND, "AGE55", HOURS, 25, FULL_TIME, null));
        when("other support, 55+", but(GROUND, "AGE55", OTHER, true), "OTHER_WAGE_SUPPORT");
        when("other support, pay subsidy", but(OTHER, true));
        when("other support unknown, 55+", but(GROUND, "AGE55", OTHER, null), CHECK);
        when("no ground", but(GROUND, null), CHECK);
        when("before 2025", but("today", TODAY.withYear(2024)), CHECK);
    }
}
