package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** What an employment authority may not buy, Act 380/2023 61 §. */
class TrainingPurchaseLimitsTest extends DecisionTableTest {

    private static final String AIM = "trainingPlan.aim";

    @Override
    String decisionKey() {
        return "trainingPurchaseLimits";
    }

    @Override
    FactsForTests complete() {
        return facts().with("today", TODAY).with(AIM, "SKILLS");
    }

    @Override
    void scenarios() {
        when("vocational skills", but());
        when("integration training", but(AIM, "INTEGRATION"));
        when("a whole qualification", but(AIM, "QUALIFICATION"), "QUALIFICATION_BARRED");
        when("a part of a qualification", but(AIM, "QUALIFICATION_PART"), "QUALIFICATION_BARRED");
        when("literacy", but(AIM, "LITERACY"), "LITERACY_BARRED");
        when("aim unknown", but(AIM, null), DecisionOutcome.CHECK_BY_HAND);
    }
}
