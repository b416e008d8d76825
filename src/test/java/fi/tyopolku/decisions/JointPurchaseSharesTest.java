package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The employer's share in a joint purchase, Act 380/2023 62 § and Decree 385/2024 5 §. */
class JointPurchaseSharesTest extends DecisionTableTest {

    private static final String TRAINEES = "trainingPlan.traineesAre";
    private static final String SIZE = "trainingPlan.employerSize";
    private static final String STARTS = "trainingPlan.starts";

    @Override
    String decisionKey() {
        return "jointPurchaseShares";
    }

    @Override
    FactsForTests complete() {
        return facts().with("today", TODAY).with(TRAINEES, "CURRENT_STAFF").with(SIZE, "SMALL").with(STARTS, "2027-01-11");
    }

    @Override
    void scenarios() {
        when("staff of a small employer", but(), "SMALL_EMPLOYER");
        when("staff of a medium-sized employer", but(SIZE, "MEDIUM"), "MEDIUM_EMPLOYER");
        when("staff of a large employer", but(SIZE, "LARGE"), "LARGE_EMPLOYER");
        when("people to be hired", but(TRAINEES, "TO_BE_HIRED"), "TO_BE_HIRED");
        when("people laid off or dismissed", but(TRAINEES, "LAID_OFF_OR_DISMISSED"), "LAID_OFF_OR_DISMISSED");
        when("size unknown", but(SIZE, null), DecisionOutcome.CHECK_BY_HAND);
        when("trainees unknown", but(TRAINEES, null), DecisionOutcome.CHECK_BY_HAND);
        when("first day unknown", but(STARTS, null), DecisionOutcome.CHECK_BY_HAND);
        when("before 2025", but(STARTS, "2024-12-31"), DecisionOutcome.CHECK_BY_HAND);
    }

    @ParameterizedTest
    @CsvSource({"CURRENT_STAFF, SMALL, 30", "CURRENT_STAFF, MEDIUM, 40", "CURRENT_STAFF, LARGE, 50", "TO_BE_HIRED, LARGE, 30",
        "LAID_OFF_OR_DISMISSED, SMALL, 20"})
    void theShareIsThatOfTheDecree(String trainees, String size, int percent) {
        assertThat(tables.evaluate(decisionKey(), but(TRAINEES, trainees, SIZE, size).map()).single().get("percent"))
                .isEqualTo(percent);
    }
}
