package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** D6: a municipal supplement, on top of a pay subsidy. */
class MunicipalSupplementTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String SUBSIDY = "supplement.paySubsidy";
    private static final String REQUIRED = "supplement.subsidyRequired";
    private static final String GROUND = "supplement.ground";
    private static final String USE = "supplement.use";
    private static final String KIND = "supplement.employerKindServed";
    private static final String TIME = "supplement.workingTimeEnough";
    private static final String DE_MINIMIS = "supplement.deMinimisRoom";
    private static final String ROOM = "supplement.roomLeft";
    private static final String LIMIT = "supplement.limitedBy";

    @Override
    String decisionKey() {
        return "municipalSupplement";
    }

    @Override
    FactsForTests complete() {
        return facts().with(SUBSIDY, true).with(REQUIRED, true).with(GROUND, "SKILLS").with(USE, "WAGE_COST")
                .with(KIND, true).with(TIME, true).with(DE_MINIMIS, true).with(ROOM, true).with(LIMIT, "NONE");
    }

    @Override
    void scenarios() {
        when("on top of a pay subsidy", but(), "WHOLE_AMOUNT");
        when("limited by the stacking limit", but(LIMIT, "STACKING"), "CUT_TO_STACKING_LIMIT");
        when("limited by the ceiling of state aid", but(LIMIT, "STATE_AID"), "CUT_TO_STATE_AID_CEILING");
        when("without pay subsidy", but(SUBSIDY, false, GROUND, "NONE"), "NO_PAY_SUBSIDY");
        when("without pay subsidy where none is asked for", but(SUBSIDY, false, REQUIRED, false), "WHOLE_AMOUNT");
        when("the same, stacking", but(SUBSIDY, false, REQUIRED, false, LIMIT, "STACKING"), "CUT_TO_STACKING_LIMIT");
        when("the same, state aid", but(SUBSIDY, false, REQUIRED, false, LIMIT, "STATE_AID"), "CUT_TO_STATE_AID_CEILING");
        when("AGE55 and wage costs", but(GROUND, "AGE55"), "OTHER_SUPPORT_BARS_55");
        when("AGE55 and licences: official checks", but(GROUND, "AGE55", USE, "LICENCE"), CHECK);
        when("employer not served", but(KIND, false), "EMPLOYER_KIND_NOT_SERVED");
        when("working time too short", but(TIME, false), "WORKING_TIME_TOO_SHORT");
        when("de minimis full", but(DE_MINIMIS, false), "DE_MINIMIS_FULL");
        when("nothing left", but(ROOM, false), "NOTHING_LEFT");
        when("all reasons at once", but(SUBSIDY, false, KIND, false, TIME, false, ROOM, false), "NO_PAY_SUBSIDY",
                "EMPLOYER_KIND_NOT_SERVED", "WORKING_TIME_TOO_SHORT", "NOTHING_LEFT");
        when("subsidy unknown", but(SUBSIDY, null), CHECK);
        when("terms unknown", but(SUBSIDY, false, REQUIRED, null), CHECK);
        when("ground unknown", but(GROUND, null), CHECK);
        when("use unknown", but(USE, null), CHECK);
        when("kind unknown", but(KIND, null), CHECK);
        when("time unknown", but(TIME, null), CHECK);
        when("de minimis unknown", but(DE_MINIMIS, null), CHECK);
        when("room unknown", but(ROOM, null), CHECK);
        when("limit unknown", but(LIMIT, null), CHECK);
    }
}
