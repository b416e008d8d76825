package fi.tyopolku.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.funding.SubsidyPlan.DecidedBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Cases of rules.md section 9 ("cases to test first"), computed by hand. */
class SubsidyCalculatorTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final SubsidyTerms SKILLS_5 = terms(50, 5, 1_260);
    private static final SubsidyTerms SKILLS_10 = terms(50, 10, 1_260);
    private static final SubsidyTerms FULL_100 = new SubsidyTerms(100, 10, 202_000, new BigDecimal("1.23"), 65);
    private static final SubsidyTerms AGE_55 = terms(70, 10, 1_770);

    @Test
    void halfOfTheCostsWhereTheCapIsNotReached() {
        // 50 % x 2 000 = 1 000 < 1 260; five months
        SubsidyPlan plan = SubsidyCalculator.plan(SKILLS_5, WageCosts.of(NEW_YEAR, null, 200_000));
        assertThat(plan.totalCents()).isEqualTo(500_000);
        assertThat(plan.to()).isEqualTo(LocalDate.of(2027, 5, 31));
        assertThat(plan.months()).hasSize(5)
                .allSatisfy(month -> assertThat(month.decidedBy()).isEqualTo(DecidedBy.SHARE));
    }

    @Test
    void theCapWhereHalfOfTheCostsIsMore() {
        // 50 % x 3 000 = 1 500 > 1 260; ten months
        SubsidyPlan plan = SubsidyCalculator.plan(SKILLS_10, WageCosts.of(NEW_YEAR, null, 300_000));
        assertThat(plan.totalCents()).isEqualTo(1_260_000);
        assertThat(plan.months()).hasSize(10)
                .allSatisfy(month -> assertThat(month.decidedBy()).isEqualTo(DecidedBy.CAP));
    }

    @Test
    void aShorterContractEndsTheSubsidy() {
        SubsidyPlan plan = SubsidyCalculator.plan(
                SKILLS_10, WageCosts.of(NEW_YEAR, LocalDate.of(2027, 3, 31), 200_000));
        assertThat(plan.totalCents()).isEqualTo(300_000);
        assertThat(plan.to()).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @Test
    void aLongerContractDoesNotLengthenIt() {
        SubsidyPlan plan = SubsidyCalculator.plan(
                SKILLS_5, WageCosts.of(NEW_YEAR, LocalDate.of(2027, 12, 31), 200_000));
        assertThat(plan.totalCents()).isEqualTo(500_000);
    }

    @Test
    void aPartMonthCountsByCalendarDaysOfThirty() {
        // 15.1.-14.6.: January 17 days, four whole months, June 14 days
        SubsidyPlan plan = SubsidyCalculator.plan(
                SKILLS_5, WageCosts.of(LocalDate.of(2027, 1, 15), null, 300_000));
        assertThat(plan.to()).isEqualTo(LocalDate.of(2027, 6, 14));
        assertThat(plan.months()).hasSize(6);
        assertThat(plan.months().get(0).days()).isEqualTo(17);
        // 1 260 / 30 x 17 = 714
        assertThat(plan.months().get(0).amountCents()).isEqualTo(71_400);
        assertThat(plan.months().get(1).amountCents()).isEqualTo(126_000);
        // 1 260 / 30 x 14 = 588
        assertThat(plan.months().get(5).amountCents()).isEqualTo(58_800);
        assertThat(plan.totalCents()).isEqualTo(71_400 + 4 * 126_000 + 58_800);
    }

    @Test
    void oneDayOfTheCapIsAThirtiethToTheCent() {
        SubsidyPlan plan = SubsidyCalculator.plan(
                SKILLS_5, WageCosts.of(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 1, 31), 300_000));
        assertThat(plan.totalCents()).isEqualTo(4_200);
    }

    @Test
    void theCapIsRoundedDownAndTheShareToTheNearestCent() {
        // 2 020 / 30 x 1 = 67.333; share 1.23 x 100 % x 1 001.01 / 30 = 41.0414
        SubsidyTerms noTimeCap = new SubsidyTerms(100, 10, 202_000, new BigDecimal("1.23"), null);
        LocalDate lastDay = LocalDate.of(2027, 1, 31);
        SubsidyPlan.Month month =
                SubsidyCalculator.plan(noTimeCap, WageCosts.of(lastDay, lastDay, 100_101)).months().get(0);
        assertThat(month.capCents()).isEqualTo(6_733);
        assertThat(month.shareCents()).isEqualTo(4_104);
        // 50 % x 1 000.01 = 500.005
        assertThat(SubsidyCalculator.plan(SKILLS_5, WageCosts.of(NEW_YEAR, null, 100_001)).months().get(0).amountCents())
                .isEqualTo(50_001);
    }

    @Test
    void theHundredPercentSubsidyPaysTheCostsTimes123() {
        // 1 500 x 1.23 = 1 845 < 2 020, at exactly 65 % of full time
        SubsidyPlan plan = SubsidyCalculator.plan(FULL_100, association("24.375", 150_000, 0));
        assertThat(plan.months().get(0).amountCents()).isEqualTo(184_500);
        assertThat(plan.totalCents()).isEqualTo(1_845_000);
    }

    @Test
    void theHundredPercentSubsidyStopsAtItsCap() {
        // 2 000 x 1.23 = 2 460 > 2 020
        SubsidyPlan plan = SubsidyCalculator.plan(FULL_100, association("20", 200_000, 0));
        assertThat(plan.totalCents()).isEqualTo(2_020_000);
    }

    @Test
    void costsAboveSixtyFivePercentOfFullTimeDoNotCount() {
        // full time: 2 400 x 0.65 = 1 560; x 1.23 = 1 918.80
        SubsidyPlan plan = SubsidyCalculator.plan(FULL_100, association("37.5", 240_000, 0));
        assertThat(plan.months().get(0).amountCents()).isEqualTo(191_880);
        // 36 of 37.5 hours: 1 440 x 24.375 / 36 = 975; x 1.23 = 1 199.25
        assertThat(SubsidyCalculator.plan(FULL_100, association("36", 144_000, 0)).months().get(0).amountCents())
                .isEqualTo(119_925);
    }

    @Test
    void seventyPercentForPeopleOf55() {
        // 70 % x 2 000 = 1 400; 70 % x 3 000 = 2 100 > 1 770
        assertThat(SubsidyCalculator.plan(AGE_55, WageCosts.of(NEW_YEAR, null, 200_000)).totalCents())
                .isEqualTo(1_400_000);
        assertThat(SubsidyCalculator.plan(AGE_55, WageCosts.of(NEW_YEAR, null, 300_000)).totalCents())
                .isEqualTo(1_770_000);
    }

    @Test
    void otherSupportCutsTheSubsidyToTheWholeCosts() {
        // 50 % x 2 000 = 1 000, other 1 200: room 800
        WageCosts costs = new WageCosts(NEW_YEAR, null, 200_000, null, null, 120_000);
        SubsidyPlan plan = SubsidyCalculator.plan(SKILLS_5, costs);
        assertThat(plan.totalCents()).isEqualTo(400_000);
        assertThat(plan.months().get(0).decidedBy()).isEqualTo(DecidedBy.STACKING);
    }

    @Test
    void otherSupportThatLeavesRoomCutsNothing() {
        WageCosts costs = new WageCosts(NEW_YEAR, null, 200_000, null, null, 100_000);
        assertThat(SubsidyCalculator.plan(SKILLS_5, costs).totalCents()).isEqualTo(500_000);
    }

    @Test
    void otherSupportAboveTheCostsLeavesNothing() {
        WageCosts costs = new WageCosts(NEW_YEAR, null, 200_000, null, null, 250_000);
        assertThat(SubsidyCalculator.plan(SKILLS_5, costs).totalCents()).isZero();
    }

    @Test
    void theHundredPercentSubsidyStacksTo123() {
        // 1 500 x 1.23 = 1 845, other 300: room 1 545
        assertThat(SubsidyCalculator.plan(FULL_100, association("24.375", 150_000, 30_000)).months().get(0).amountCents())
                .isEqualTo(154_500);
    }

    @Test
    void anApprenticeshipIsSupportedForTheWholeContract() {
        SubsidyTerms apprenticeship = new SubsidyTerms(50, null, 126_000, BigDecimal.ONE, null);
        SubsidyPlan plan = SubsidyCalculator.plan(
                apprenticeship, WageCosts.of(NEW_YEAR, LocalDate.of(2028, 12, 31), 200_000));
        assertThat(plan.months()).hasSize(24);
        assertThat(plan.months().get(23).month()).isEqualTo(YearMonth.of(2028, 12));
        assertThat(plan.totalCents()).isEqualTo(2_400_000);
    }

    @Test
    void aPeriodThatBeginsOnADateTheLastMonthLacksEndsOnItsLastDay() {
        SubsidyTerms sixMonths = terms(50, 6, 1_260);
        assertThat(SubsidyCalculator.plan(sixMonths, WageCosts.of(LocalDate.of(2026, 8, 31), null, 1)).to())
                .isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(SubsidyCalculator.plan(sixMonths, WageCosts.of(LocalDate.of(2027, 3, 1), null, 1)).to())
                .isEqualTo(LocalDate.of(2027, 8, 31));
    }

    @Test
    void whatTheCalculationNeedsIsAskedFor() {
        SubsidyTerms apprenticeship = new SubsidyTerms(50, null, 126_000, BigDecimal.ONE, null);
        assertThatThrownBy(() -> SubsidyCalculator.plan(apprenticeship, WageCosts.of(NEW_YEAR, null, 200_000)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("fixed-term");
        assertThatThrownBy(() -> SubsidyCalculator.plan(FULL_100, WageCosts.of(NEW_YEAR, null, 200_000)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("weekly hours");
        assertThatThrownBy(() -> WageCosts.of(NEW_YEAR, NEW_YEAR.minusDays(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SubsidyTerms terms(int percent, int months, long capEuros) {
        return new SubsidyTerms(percent, months, capEuros * 100, BigDecimal.ONE, null);
    }

    private static WageCosts association(String weeklyHours, long monthlyCents, long otherCents) {
        return new WageCosts(
                NEW_YEAR, null, monthlyCents, new BigDecimal(weeklyHours), new BigDecimal("37.5"), otherCents);
    }
}
