package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** D3: every ground that fits, best first. */
class SubsidyGroundsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String AGE = "client.age";
    private static final String OF_14 = "capabilitySurvey.unemployedMonthsOfLast14";
    private static final String OF_28 = "capabilitySurvey.unemployedMonthsOfLast28";
    private static final String CONTINUOUS = "capabilitySurvey.unemployedMonthsContinuous";
    private static final String EDUCATION = "capabilitySurvey.highestEducation";
    private static final String INTEGRATION = "capabilitySurvey.integrationPlan";
    private static final String LAST_WORK = "capabilitySurvey.lastPaidWorkEnded";
    private static final String KIND = "jobApplication.employerKind";
    private static final String ECONOMIC = "jobApplication.economicActivity";
    private static final String REDUCED = "jobApplication.reducedWorkAbility";
    private static final String GAP = "jobApplication.skillsGap";
    private static final String RISK = "jobApplication.longUnemploymentRisk";
    private static final String APPRENTICE = "jobApplication.apprenticeship";

    @Override
    String decisionKey() {
        return "subsidyGrounds";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(AGE, 40)
                .with(OF_14, 1)
                .with(OF_28, 1)
                .with(CONTINUOUS, 1)
                .with(EDUCATION, "HIGHER")
                .with(INTEGRATION, false)
                .with(LAST_WORK, TODAY.minusMonths(1))
                .with(KIND, "COMPANY")
                .with(ECONOMIC, true)
                .with(REDUCED, false)
                .with(GAP, false)
                .with(RISK, false)
                .with(APPRENTICE, false);
    }

    @Override
    void scenarios() {
        when("no ground", but(), "NO_GROUND");
        when("aged 15", but(GAP, true, CONTINUOUS, 12, AGE, 15), "SKILLS");
        when("aged 24", but(GAP, true, CONTINUOUS, 12, AGE, 24), "SKILLS");
        when("aged 25", but(GAP, true, CONTINUOUS, 12, AGE, 25), "NO_GROUND");
        when("aged 14", but(GAP, true, CONTINUOUS, 12, AGE, 14), "NO_GROUND");
        when("aged 50", but(GAP, true, CONTINUOUS, 12, AGE, 50), "SKILLS");
        when("basic education", but(GAP, true, CONTINUOUS, 12, EDUCATION, "BASIC"), "SKILLS");
        when("foreign education, not recognised", but(GAP, true, CONTINUOUS, 12, EDUCATION, "FOREIGN_UNRECOGNISED"), "SKILLS");
        when("integration plan", but(GAP, true, CONTINUOUS, 12, INTEGRATION, true), "SKILLS");
        when("six months without paid work", but(GAP, true, CONTINUOUS, 12, LAST_WORK, TODAY.minusMonths(6)), "SKILLS");
        when("a day less than six months without paid work", but(GAP, true, CONTINUOUS, 12, LAST_WORK, TODAY.minusMonths(6).plusDays(1)), "NO_GROUND");
        when("target group unknown", but(GAP, true, CONTINUOUS, 12, EDUCATION, null), CHECK);
        when("no lack of skills", but(EDUCATION, "BASIC", CONTINUOUS, 12), "NO_GROUND");
        when("less than 12 months with the risk", but(GAP, true, AGE, 24, CONTINUOUS, 2, RISK, true), "SKILLS");
        when("less than 12 months without the risk", but(GAP, true, AGE, 24, CONTINUOUS, 2), "NO_GROUND");
        when("the risk is stated, months unknown", but(GAP, true, AGE, 24, CONTINUOUS, null, RISK, true), "SKILLS");
        when("months unknown", but(GAP, true, AGE, 24, CONTINUOUS, null), CHECK);
        when("aged 55, 24 of 28", but(AGE, 55, OF_28, 24), "AGE55");
        when("aged 54, 24 of 28", but(AGE, 54, OF_28, 24), "NO_GROUND");
        when("aged 55, 23 of 28", but(AGE, 55, OF_28, 23), "NO_GROUND");
        when("aged 55, months of 28 unknown", but(AGE, 55, OF_28, null), CHECK);
        when("aged 60, 12 of 14", but(AGE, 60, OF_14, 12), "AGE60");
        when("aged 60, 11 of 14", but(AGE, 60, OF_14, 11), "NO_GROUND");
        when("aged 59, 12 of 14", but(AGE, 59, OF_14, 12), "NO_GROUND");
        when("aged 60, months of 14 unknown", but(AGE, 60, OF_14, null), CHECK);
        when("reduced work ability", but(REDUCED, true), "WORK_ABILITY");
        when("work ability unknown", but(REDUCED, null), CHECK);
        when("apprenticeship", but(APPRENTICE, true), "APPRENTICESHIP");
        when("apprenticeship unknown", but(APPRENTICE, null), CHECK);
        when("association, reduced work ability", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, REDUCED, true), "FULL_100", "WORK_ABILITY");
        when("association, skills", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, GAP, true, CONTINUOUS, 12, EDUCATION, "BASIC"), "FULL_100", "SKILLS");
        when("association without another ground", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24), "NO_GROUND");
        when("association in business", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, REDUCED, true, ECONOMIC, true), "WORK_ABILITY");
        when("association, 23 of 28", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, REDUCED, true, OF_28, 23), "WORK_ABILITY");
        when("association, business unknown", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, REDUCED, true, ECONOMIC, null), "WORK_ABILITY", CHECK);
        when("association, business unknown, skills", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, GAP, true, CONTINUOUS, 12, EDUCATION, "BASIC", ECONOMIC, null), "SKILLS", CHECK);
        when("foundation", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, KIND, "FOUNDATION", REDUCED, true), "FULL_100", "WORK_ABILITY");
        when("religious community", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, KIND, "RELIGIOUS_COMMUNITY", REDUCED, true), "FULL_100", "WORK_ABILITY");
        when("company gets no 100 per cent", but(KIND, "ASSOCIATION", ECONOMIC, false, OF_28, 24, KIND, "COMPANY", REDUCED, true), "WORK_ABILITY");
        when("before 2025", but("today", TODAY.withYear(2024), LAST_WORK, TODAY.withYear(2024).minusMonths(1)), "NO_GROUND", CHECK);
    }
}
