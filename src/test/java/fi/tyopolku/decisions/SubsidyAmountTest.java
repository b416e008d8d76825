package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** D4: one row for the chosen ground. */
class SubsidyAmountTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String GROUND = "jobApplication.chosenGround";
    private static final String REDUCED = "jobApplication.reducedWorkAbility";
    private static final String OF_14 = "capabilitySurvey.unemployedMonthsOfLast14";

    @Override
    String decisionKey() {
        return "subsidyAmount";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(GROUND, "SKILLS")
                .with(OF_14, 5)
                .with(REDUCED, false);
    }

    @Override
    void scenarios() {
        when("skills", but(), "SKILLS");
        when("skills, 12 of 14", but(OF_14, 12), "SKILLS");
        when("skills, months unknown", but(OF_14, null), CHECK);
        when("WORK_ABILITY", but(GROUND, "WORK_ABILITY"), "WORK_ABILITY");
        when("FULL_100", but(GROUND, "FULL_100"), "FULL_100");
        when("AGE60", but(GROUND, "AGE60"), "AGE60");
        when("AGE55", but(GROUND, "AGE55"), "AGE55");
        when("apprenticeship, reduced work ability true", but(GROUND, "APPRENTICESHIP", REDUCED, true), "APPRENTICESHIP");
        when("apprenticeship, reduced work ability false", but(GROUND, "APPRENTICESHIP", REDUCED, false), "APPRENTICESHIP");
        when("apprenticeship, work ability unknown", but(GROUND, "APPRENTICESHIP", REDUCED, null), CHECK);
        when("no ground", but(GROUND, null), CHECK);
        when("before 2025", but("today", TODAY.withYear(2024)), CHECK);
    }
}
