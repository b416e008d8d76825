package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** D12: for how long a licence is valid. */
class LicenceRenewalTest extends DecisionTableTest {

    private static final String KIND = "licence.kind";

    @Override
    String decisionKey() {
        return "licenceRenewal";
    }

    @Override
    FactsForTests complete() {
        return facts().with(KIND, "HYGIENE_PASSPORT");
    }

    @Override
    void scenarios() {
        when("the Hygiene Passport is valid until further notice", but(), "NO_RENEWAL");
        when("Occupational Safety Card", but(KIND, "OCCUPATIONAL_SAFETY_CARD"), "RENEW");
        when("hot work", but(KIND, "HOT_WORK"), "RENEW");
        when("security steward", but(KIND, "SECURITY_STEWARD"), "RENEW");
        when("ADR", but(KIND, "ADR"), "RENEW");
        when("Tieturva was only recalled", but(KIND, "ROAD_SAFETY_1"), "CONFIRM");
        when("first aid was only recalled", but(KIND, "FIRST_AID_EA1"), "CONFIRM");
        when("other training does not lapse", but(KIND, "OTHER_TRAINING"), "NO_RENEWAL");
        when("an unknown licence", but(KIND, "OTHER_LICENCE"), DecisionOutcome.CHECK_BY_HAND);
        when("no licence named", but(KIND, null), DecisionOutcome.CHECK_BY_HAND);
    }
}
