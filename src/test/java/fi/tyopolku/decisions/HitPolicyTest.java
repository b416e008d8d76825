package fi.tyopolku.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables that must answer with exactly one row do so for every combination of their inputs, missing ones included. */
@DecisionTest
class HitPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Object[] YES_NO_UNKNOWN = {true, false, null};

    @Autowired
    private DecisionTables tables;

    @Test
    void theNextStepIsOneWhateverTheReviewSays() {
        List<FactsForTests> all = vary(List.of(FactsForTests.facts()), "nextStepReview.workAbilityBarrierUnresolved", YES_NO_UNKNOWN);
        all = vary(all, "nextStepReview.studyReadiness", "GOOD", "FAIR", "LOW", null);
        all = vary(all, "nextStepReview.occupationClear", YES_NO_UNKNOWN);
        all = vary(all, "nextStepReview.qualificationWanted", YES_NO_UNKNOWN);
        all = vary(all, "nextStepReview.employerReady", YES_NO_UNKNOWN);
        assertThat(all).hasSize(324).allSatisfy(facts ->
                assertThat(tables.evaluate("nextStepProposal", facts.map()).rows()).hasSize(1));
    }

    @Test
    void theAmountIsOneRowForEveryGround() {
        List<FactsForTests> all = vary(List.of(FactsForTests.facts()), "jobApplication.chosenGround",
                "SKILLS", "WORK_ABILITY", "FULL_100", "AGE60", "APPRENTICESHIP", "AGE55", null);
        all = vary(all, "today", TODAY, LocalDate.of(2025, 1, 1), LocalDate.of(2024, 12, 31));
        all = vary(all, "capabilitySurvey.unemployedMonthsOfLast14", 0, 11, 12, 14, null);
        all = vary(all, "jobApplication.reducedWorkAbility", YES_NO_UNKNOWN);
        assertThat(all).hasSize(315).allSatisfy(facts ->
                assertThat(tables.evaluate("subsidyAmount", facts.map()).single()).containsKey("basis"));
    }

    @Test
    void thereIsAlwaysAGroundOrNoGroundOrAQuestionAndNoGroundStandsAlone() {
        List<FactsForTests> all = vary(List.of(FactsForTests.facts().with("today", TODAY)), "client.age", 40, 61, null);
        all = vary(all, "capabilitySurvey.unemployedMonthsOfLast28", 23, 24, null);
        all = vary(all, "jobApplication.skillsGap", YES_NO_UNKNOWN);
        all = vary(all, "jobApplication.reducedWorkAbility", YES_NO_UNKNOWN);
        all = vary(all, "jobApplication.employerKind", "COMPANY", "ASSOCIATION");
        all = all.stream().map(facts -> facts.with("jobApplication.economicActivity", false)
                .with("jobApplication.apprenticeship", false)
                .with("capabilitySurvey.highestEducation", "BASIC")
                .with("capabilitySurvey.unemployedMonthsOfLast14", 12)
                .with("capabilitySurvey.unemployedMonthsContinuous", 12)).toList();
        assertThat(all).allSatisfy(facts -> {
            List<String> codes = tables.evaluate("subsidyGrounds", facts.map()).codes();
            assertThat(codes).isNotEmpty();
            if (codes.contains("NO_GROUND")) {
                assertThat(codes).containsExactly("NO_GROUND");
            }
        });
    }

    private static List<FactsForTests> vary(List<FactsForTests> all, String path, Object... values) {
        List<FactsForTests> result = new ArrayList<>();
        all.forEach(facts -> Arrays.stream(values).forEach(value -> result.add(facts.copy().with(path, value))));
        return result;
    }
}
