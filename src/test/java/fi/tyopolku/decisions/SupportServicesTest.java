package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** Which service answers which need. */
class SupportServicesTest extends DecisionTableTest {

    private static final String NEED = "support.need";
    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;

    @Override
    String decisionKey() {
        return "supportServices";
    }

    @Override
    FactsForTests complete() {
        return facts().with(NEED, "SOCIAL_GUIDANCE");
    }

    @Override
    void scenarios() {
        for (String need : new String[] {"SOCIAL_GUIDANCE", "HEALTH_REFERRAL", "NETWORK_BUILDING", "TRAVEL_OR_REMOTE",
            "DIGITAL_SKILLS"}) {
            when(need, but(NEED, need), "SOCIAL_GUIDANCE");
        }
        when("integration", but(NEED, "INTEGRATION_SUPPORT"), "INTEGRATION_SUPPORT");
        when("difficulties in learning", but(NEED, "SPECIAL_SUPPORT"), "SPECIAL_SUPPORT");
        when("low readiness", but(NEED, "STUDY_GUIDANCE"), "SPECIAL_SUPPORT");
        when("no need named", but(NEED, null), CHECK);
        when("a need without a service", but(NEED, "DANCING"), CHECK);
    }
}
