package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases from the statutes, whole: grounds, bars and amount of one person and one employer together. */
@DecisionTest
class StatuteCasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private DecisionTables tables;

    @Test
    void aYoungPersonAtRiskInACompanyGetsHalfThePayForFiveMonths() {
        FactsForTests facts = person(24, 2, 2, 2).with("jobApplication.skillsGap", true)
                .with("jobApplication.longUnemploymentRisk", true);
        assertThat(grounds(facts)).containsExactly("SKILLS");
        assertNothingBars(facts, "SKILLS");
        assertAmount(facts, "SKILLS", 50, 5, 0, 1260, "GBER");
    }

    @Test
    void aPersonOf52LongUnemployedGetsHalfThePayForTenMonths() {
        FactsForTests facts = person(52, 12, 12, 12).with("jobApplication.skillsGap", true);
        assertThat(grounds(facts)).containsExactly("SKILLS");
        assertNothingBars(facts, "SKILLS");
        assertAmount(facts, "SKILLS", 50, 10, 0, 1260, "GBER");
    }

    @Test
    void aMunicipalityGetsNoSkillsSubsidyButTheSupportForThose55OrOver() {
        FactsForTests facts = person(52, 12, 12, 12).with("jobApplication.skillsGap", true)
                .with("jobApplication.employerKind", "MUNICIPALITY").with("jobApplication.marketActivity", false);
        assertThat(bars(facts, "SKILLS")).containsExactly("MUNICIPALITY_ONLY_87_89");

        FactsForTests older = person(58, 14, 24, 24).with("jobApplication.employerKind", "MUNICIPALITY")
                .with("jobApplication.marketActivity", false);
        assertThat(grounds(older)).containsExactly("AGE55");
        assertNothingBars(older, "AGE55");
        Map<String, Object> amount = amount(older, "AGE55");
        assertThat(amount).containsEntry("capEuros", 1770).containsEntry("warning", "Act 380/2023 94 § says 2 770");
    }

    @Test
    void aPersonOf61InAMunicipalityGets24MonthsAndMayChooseBetweenTwoGrounds() {
        FactsForTests facts = person(61, 12, 12, 12).with("jobApplication.employerKind", "MUNICIPALITY")
                .with("jobApplication.marketActivity", false);
        assertThat(grounds(facts)).containsExactly("AGE60");
        assertNothingBars(facts, "AGE60");
        assertAmount(facts, "AGE60", 50, 24, 24, 1260, "DE_MINIMIS");

        facts.with("capabilitySurvey.unemployedMonthsOfLast28", 24);
        assertThat(grounds(facts)).containsExactly("AGE55", "AGE60");
    }

    @Test
    void anAssociationGets100PerCentFrom24Of28MonthsAnd50Below() {
        FactsForTests facts = person(52, 14, 24, 14).with("jobApplication.skillsGap", true)
                .with("jobApplication.employerKind", "ASSOCIATION").with("jobApplication.economicActivity", false);
        assertThat(grounds(facts)).containsExactly("FULL_100", "SKILLS");
        assertNothingBars(facts, "FULL_100");
        assertAmount(facts, "FULL_100", 100, 10, 0, 2020, "NO_AID");
        assertThat(amount(facts, "FULL_100")).containsEntry("costFactor", 1.23).containsEntry("workingTimeCapPercent", 65);

        facts.with("capabilitySurvey.unemployedMonthsOfLast28", 23);
        assertThat(grounds(facts)).containsExactly("SKILLS");
        assertAmount(facts, "SKILLS", 50, 10, 0, 1260, "GBER");
    }

    @Test
    void theContractMayStartOnTheDayOfTheDecisionNotTheDayBefore() {
        FactsForTests facts = person(24, 2, 2, 2).with("jobApplication.jobStart", TODAY.toString());
        assertThat(employment(facts, "SKILLS")).isEmpty();
        facts.with("jobApplication.jobStart", TODAY.minusDays(1).toString());
        assertThat(employment(facts, "SKILLS")).containsExactly("STARTED_BEFORE_DECISION");
    }

    @Test
    void dismissalsElevenMonthsAgoDoNotBarOnceTheHeadcountIsRegained() {
        FactsForTests facts = person(24, 2, 2, 2).with("jobApplication.dismissedWithin12Months", true)
                .with("jobApplication.headcountRegained", true);
        assertThat(bars(facts, "SKILLS")).isEmpty();
    }

    @Test
    void workTrialsLastSixMonthsInAllWithFourToEightHoursADay() {
        FactsForTests trial = new WorkTrialLimitsTest().complete()
                .with("workTrialAgreement.monthsUsedBefore", 5);
        assertThat(trialLimits(trial)).containsExactly("OVER_SIX_MONTHS");

        trial.with("workTrialAgreement.monthsUsedBefore", 6).with("client.age", 24)
                .with("workTrialAgreement.monthsUnemployedSinceTrial", 3);
        assertThat(trialLimits(trial)).containsExactly("COUNTER_RESETS");

        trial.with("workTrialAgreement.hoursPerDay", 8.5);
        assertThat(trialLimits(trial)).containsExactly("COUNTER_RESETS", "HOURS_PER_DAY");
    }

    private static FactsForTests person(int age, int of14, int of28, int continuous) {
        return facts().with("today", TODAY)
                .with("client.age", age)
                .with("capabilitySurvey.unemployedMonthsOfLast14", of14)
                .with("capabilitySurvey.unemployedMonthsOfLast28", of28)
                .with("capabilitySurvey.unemployedMonthsContinuous", continuous)
                .with("capabilitySurvey.highestEducation", "UPPER_SECONDARY_VOCATIONAL")
                .with("capabilitySurvey.integrationPlan", false)
                .with("capabilitySurvey.lastPaidWorkEnded", TODAY.minusMonths(2).toString())
                .with("jobApplication.employerKind", "COMPANY")
                .with("jobApplication.economicActivity", true)
                .with("jobApplication.helsinkiHealthSocialRescue", false)
                .with("jobApplication.dismissedWithin12Months", false)
                .with("jobApplication.headcountRegained", false)
                .with("jobApplication.marketActivity", true)
                .with("jobApplication.unpaidDuties", false)
                .with("jobApplication.unpaidDutiesExempted", false)
                .with("jobApplication.labourOffenceJudgment", false)
                .with("jobApplication.inDifficulty", false)
                .with("jobApplication.distortsCompetition", false)
                .with("jobApplication.jobStart", TODAY.plusDays(8).toString())
                .with("jobApplication.collectiveAgreementPay", true)
                .with("jobApplication.payByResultOnly", false)
                .with("jobApplication.weeklyHours", 37.5)
                .with("jobApplication.fieldFullTimeWeeklyHours", 37.5)
                .with("jobApplication.otherWageSupport", false)
                .with("jobApplication.apprenticeship", false)
                .with("jobApplication.reducedWorkAbility", false)
                .with("jobApplication.skillsGap", false)
                .with("jobApplication.longUnemploymentRisk", false);
    }

    private List<String> grounds(FactsForTests facts) {
        return tables.evaluate("subsidyGrounds", facts.map()).codes();
    }

    private List<String> bars(FactsForTests facts, String ground) {
        return tables.evaluate("employerBars", chosen(facts, ground)).codes();
    }

    private List<String> employment(FactsForTests facts, String ground) {
        return tables.evaluate("employmentBars", chosen(facts, ground)).codes();
    }

    private List<String> trialLimits(FactsForTests facts) {
        return tables.evaluate("workTrialLimits", facts.map()).codes();
    }

    private Map<String, Object> amount(FactsForTests facts, String ground) {
        return tables.evaluate("subsidyAmount", chosen(facts, ground)).single();
    }

    private void assertNothingBars(FactsForTests facts, String ground) {
        assertThat(bars(facts, ground)).isEmpty();
        assertThat(employment(facts, ground)).isEmpty();
    }

    private void assertAmount(FactsForTests facts, String ground, int percent, int months, int extension, int cap,
            String aidRegime) {
        assertThat(amount(facts, ground))
                .containsEntry("code", ground)
                .containsEntry("percent", percent)
                .containsEntry("months", months)
                .containsEntry("extensionMonths", extension)
                .containsEntry("capEuros", cap)
                .containsEntry("aidRegime", aidRegime);
    }

    private static Map<String, Object> chosen(FactsForTests facts, String ground) {
        return facts.copy().with("jobApplication.chosenGround", ground).map();
    }
}
