package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** Whether a planned measure does the same as another, and whether there is a reason for both. */
class OverlappingMeasuresTest extends DecisionTableTest {

    private static final String COUNT = "measureOverlap.count";
    private static final String OTHER_PROJECT = "measureOverlap.otherProject";
    private static final String REASON = "measureOverlap.reasonGiven";

    @Override
    String decisionKey() {
        return "overlappingMeasures";
    }

    @Override
    FactsForTests complete() {
        return facts().with("today", TODAY).with(COUNT, 0).with(OTHER_PROJECT, false).with(REASON, false);
    }

    @Override
    void scenarios() {
        when("no other measure", but(), "NO_OVERLAP");
        when("one of the same project", but(COUNT, 1), "SAME_MEASURE");
        when("one of another project", but(COUNT, 2, OTHER_PROJECT, true), "OTHER_PROJECT");
        when("needed all the same", but(COUNT, 1, REASON, true), "REASON_GIVEN");
        when("others unknown", but(COUNT, null), DecisionOutcome.CHECK_BY_HAND);
        when("reason unknown", but(COUNT, 1, REASON, null), DecisionOutcome.CHECK_BY_HAND);
        when("project unknown", but(COUNT, 1, OTHER_PROJECT, null), DecisionOutcome.CHECK_BY_HAND);
    }
}
