package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** What an assessment of special support points to. */
class SpecialSupportNeedTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String READINESS = "specialSupportAssessment.studyReadiness";
    private static final String DIFFICULTIES = "specialSupportAssessment.learningDifficulties";
    private static final String APPLICATION = "specialSupportAssessment.applicationAccessible";
    private static final String DIGITAL = "specialSupportAssessment.digitalSkills";
    private static final String HEALTH = "specialSupportAssessment.healthEffect";
    private static final String DIRECTION = "specialSupportAssessment.direction";

    @Override
    String decisionKey() {
        return "specialSupportNeed";
    }

    @Override
    FactsForTests complete() {
        return facts().with("today", TODAY).with(READINESS, "GOOD").with(DIFFICULTIES, "NONE").with(APPLICATION, "YES")
                .with(DIGITAL, "GOOD").with(HEALTH, "NOT_ASKED").with(DIRECTION, "CLEAR");
    }

    @Override
    void scenarios() {
        when("nothing points to a need", but(), "NONE");
        when("fair digital skills and no effect of health", but(DIGITAL, "FAIR", HEALTH, "NONE"), "NONE");
        when("known learning difficulties", but(DIFFICULTIES, "KNOWN"), "SPECIAL");
        when("suspected learning difficulties", but(DIFFICULTIES, "SUSPECTED"), "LIGHT");
        when("low readiness", but(READINESS, "LOW"), "SPECIAL");
        when("fair readiness", but(READINESS, "FAIR"), "LIGHT");
        when("cannot apply", but(APPLICATION, "NO"), "SPECIAL");
        when("applies with help", but(APPLICATION, "WITH_HELP"), "LIGHT");
        when("low digital skills", but(DIGITAL, "LOW"), "LIGHT");
        when("health affects strongly", but(HEALTH, "STRONG"), "MULTI_SECTOR");
        when("health affects somewhat", but(HEALTH, "SOME"), "LIGHT");
        when("direction unclear", but(DIRECTION, "UNCLEAR"), "LIGHT");
        when("several needs", but(DIFFICULTIES, "KNOWN", HEALTH, "STRONG", DIGITAL, "LOW"), "SPECIAL", "MULTI_SECTOR", "LIGHT");
        when("readiness unknown", but(READINESS, null), CHECK);
        when("difficulties unknown", but(DIFFICULTIES, null), CHECK);
        when("application unknown", but(APPLICATION, null), CHECK);
        when("digital skills unknown", but(DIGITAL, null), CHECK);
        when("health unanswered", but(HEALTH, null), CHECK);
        when("direction unknown", but(DIRECTION, null), CHECK);
    }
}
