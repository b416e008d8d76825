package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** How urgent a shortage of a skill is. */
class GapPriorityTest extends DecisionTableTest {

    private static final String SHORTAGE = "gap.shortage";
    private static final String DAYS_LEFT = "gap.daysLeft";

    @Override
    String decisionKey() {
        return "gapPriority";
    }

    @Override
    FactsForTests complete() {
        return facts().with(SHORTAGE, 3).with(DAYS_LEFT, 100);
    }

    @Override
    void scenarios() {
        when("nothing short", but(SHORTAGE, 0), "NO_SHORTAGE");
        when("nothing short and no day", but(SHORTAGE, 0, DAYS_LEFT, null), "NO_SHORTAGE");
        when("late", but(DAYS_LEFT, -1), "URGENT");
        when("two months", but(DAYS_LEFT, 60), "URGENT");
        when("more than two months", but(DAYS_LEFT, 61), "SOON");
        when("half a year", but(DAYS_LEFT, 182), "SOON");
        when("more than half a year", but(DAYS_LEFT, 183), "LATER");
        when("no day named", but(DAYS_LEFT, null), DecisionOutcome.CHECK_BY_HAND);
        when("shortage not known", but(SHORTAGE, null), DecisionOutcome.CHECK_BY_HAND);
    }
}
