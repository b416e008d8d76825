package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

import java.util.Set;

/** D11: self-motivated studies on unemployment benefit, Act 380/2023 73 to 77 §. */
class SelfMotivatedStudiesTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String START = "benefitStudies.studiesStart";
    private static final String AGE = "client.age";
    private static final String AGREED = "studies.agreedInTime";
    private static final String WEIGHTY = "benefitStudies.weightyReason";
    private static final String NEED = "benefitStudies.needStated";
    private static final String CHANCES = "benefitStudies.improvesChances";
    private static final String FULL_TIME = "benefitStudies.mainTime";
    private static final String LEVEL = "benefitStudies.level";
    private static final String MONTHS = "benefitStudies.monthsUsed";
    private static final String BEGUN = "benefitStudies.earlierStudies";
    private static final String SINCE = "benefitStudies.monthsSinceInterruption";
    private static final String CREDITS = "studies.creditsPerMonth";
    private static final String BY_PLAN = "benefitStudies.followsStudyPlan";

    @Override
    String decisionKey() {
        return "selfMotivatedStudies";
    }

    @Override
    FactsForTests complete() {
        return facts().with("today", TODAY).with(START, "2027-01-11").with(AGE, 40).with(AGREED, true).with(WEIGHTY, "NO")
                .with(NEED, "YES").with(CHANCES, "YES").with(FULL_TIME, "YES").with(LEVEL, "VOCATIONAL").with(MONTHS, 0)
                .with(BEGUN, "NO").with(SINCE, 0).with(CREDITS, null).with(BY_PLAN, null);
    }

    /** Before the first term nobody has credits, nor a plan to be behind of. */
    @Override
    Set<String> nullIsAnAnswer() {
        return Set.of(CREDITS, BY_PLAN);
    }

    @Override
    void scenarios() {
        when("all conditions hold", but());
        when("24 years", but(AGE, 24), "UNDER_25");
        when("25 years", but(AGE, 25));
        when("age unknown", but(AGE, null), CHECK);
        when("agreed after the start", but(AGREED, false), "NOT_IN_PLAN");
        when("agreed after the start for a weighty reason", but(AGREED, false, WEIGHTY, "YES"));
        when("agreement unknown", but(AGREED, null), CHECK);
        when("agreement and reason unknown", but(AGREED, null, WEIGHTY, null), CHECK);
        when("late, reason unknown", but(AGREED, false, WEIGHTY, null), CHECK);
        when("need not stated", but(NEED, "NO"), "NEED_NOT_STATED");
        when("need unknown", but(NEED, null), CHECK);
        when("chances not better", but(CHANCES, "NO"), "CHANCES_NOT_BETTER");
        when("chances unknown", but(CHANCES, null), CHECK);
        when("part-time", but(FULL_TIME, "NO"), "NOT_FULL_TIME");
        when("full-time unknown", but(FULL_TIME, null), CHECK);
        when("23 months used", but(MONTHS, 23));
        when("24 months used", but(MONTHS, 24), "MONTHS_USED_UP");
        when("24 months used in basic education", but(LEVEL, "BASIC", MONTHS, 24));
        when("48 months used in basic education", but(LEVEL, "BASIC", MONTHS, 48), "MONTHS_USED_UP");
        when("months unknown", but(MONTHS, null), CHECK);
        when("24 months at an unknown level", but(LEVEL, null, MONTHS, 24), CHECK);
        when("begun before, interrupted 12 months ago", but(BEGUN, "YES", SINCE, 12));
        when("begun before, interrupted 11 months ago", but(BEGUN, "YES", SINCE, 11), "BEGUN_UNDER_A_YEAR_AGO");
        when("begun before, interruption unknown", but(BEGUN, "YES", SINCE, null), CHECK);
        when("begun before unknown", but(BEGUN, null), CHECK);
        when("five credits a month", but(LEVEL, "HIGHER", CREDITS, 5));
        when("4.9 credits a month", but(LEVEL, "HIGHER", CREDITS, 4.9), "UNDER_FIVE_CREDITS");
        when("credits do not count below higher education", but(CREDITS, 1));
        when("few credits at an unknown level", but(LEVEL, null, CREDITS, 1), CHECK);
        when("behind the study plan", but(BY_PLAN, "NO"), "BEHIND_STUDY_PLAN");
        when("by the study plan", but(BY_PLAN, "YES"));
        when("behind the study plan at an unknown level", but(LEVEL, null, BY_PLAN, "NO"), CHECK);
        when("begun under the former act", but(START, "2024-12-31"), CHECK);
        when("start unknown", but(START, null), CHECK);
        when("several bars at once", but(AGE, 20, NEED, "NO"), "UNDER_25", "NEED_NOT_STATED");
    }
}
