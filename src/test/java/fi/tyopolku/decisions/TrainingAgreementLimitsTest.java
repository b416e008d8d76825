package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** Limits of a training agreement. */
class TrainingAgreementLimitsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String HOURS = "workTrialAgreement.hoursPerDay";
    private static final String NORMAL = "workTrialAgreement.workplaceNormalHoursPerDay";
    private static final String HOKS = "workTrialAgreement.hoksAttached";
    private static final String START = "workTrialAgreement.start";

    @Override
    String decisionKey() {
        return "trainingAgreementLimits";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(HOURS, 7.5)
                .with(NORMAL, 7.5)
                .with(HOKS, true)
                .with(START, "2026-12-01");
    }

    @Override
    void scenarios() {
        when("within the limits", but());
        when("half an hour too long", but(HOURS, 8), "HOURS_OVER_NORMAL");
        when("hours unknown", but(HOURS, null), CHECK);
        when("normal hours unknown", but(NORMAL, null), CHECK);
        when("no competence plan", but(HOKS, false), "HOKS_MISSING");
        when("competence plan unknown", but(HOKS, null), CHECK);
        when("start unknown", but(START, null), CHECK);
        when("before 2018", but(START, "2017-12-31"), CHECK);
    }
}
