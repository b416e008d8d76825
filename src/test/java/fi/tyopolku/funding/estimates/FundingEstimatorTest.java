package fi.tyopolku.funding.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.funding.Months;
import fi.tyopolku.funding.estimates.Estimate.Period;
import fi.tyopolku.funding.estimates.EstimateRequest.Compensation;
import fi.tyopolku.funding.estimates.EstimateRequest.Subsidy;
import fi.tyopolku.funding.estimates.SubsidyCaps.Caps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingEstimatorTest {

    private static final Caps CAPS = new Caps(number("1260"), number("1770"), number("2020"));
    private static final LocalDate START = LocalDate.of(2026, 2, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 30);

    /**
     * 70 % x 2 500 = 1 750 (cap 1 770). Until July: 100 % x (2 500 + 200) - 1 750 - 120 = 830, at most 800; 6 x 800 = 4 800.
     * From August without subsidy: 2 700 - 120 = 2 580, at most 800; 4 x 800 = 3 200. Together 8 000.
     */
    @Test
    void theExampleOfTheInterfaceComesTo8000() {
        Estimate estimate = estimate(request("2500", "200", "0", "100", "800",
                List.of(subsidy(70, "100", START, LocalDate.of(2026, 7, 31))),
                List.of(new Compensation(number("120"), START, END))));

        assertThat(estimate.periods()).containsExactly(
                new Period(START, LocalDate.of(2026, 7, 31), number("6.00"), number("1750.00"), number("800"), number("4800")),
                new Period(LocalDate.of(2026, 8, 1), END, number("4.00"), number("0.00"), number("800"), number("3200")));
        assertThat(estimate.supplementTotal()).isEqualTo(number("8000"));
    }

    @ParameterizedTest(name = "{0} % of {1} at {2} % working time: {3}")
    @CsvSource({
        "50, 2000, 100, 1000.00",     // half of 2 000
        "50, 2520, 100, 1260.00",     // exactly the cap
        "50, 2520.02, 100, 1260.00",  // 1 260.01, the cap is smaller
        "70, 2528.57, 80, 1770.00",   // 1 769.999 shows as 1 770.00
        "70, 2600, 80, 1770.00",      // 1 820, the cap is smaller
        "100, 1300, 65, 1599.00",     // min(1 300, 1 300) x 1.23
        "100, 1000, 50, 1230.00",     // 65 % of full time would be 1 300, but only 1 000 is paid: x 1.23
        "100, 2500, 100, 1998.75",    // 2 500 x 0.65 = 1 625, x 1.23
        "100, 2600, 100, 2020.00",    // 1 690 x 1.23 = 2 078.70, the cap is smaller
        "100, 1330.27, 90, 1181.72"}) // 1 330.27 / 0.9 x 0.65 = 960.7506, x 1.23 = 1 181.7232
    void theSubsidyOfAMonth(int percent, BigDecimal pay, String workingTime, BigDecimal expected) {
        Estimate estimate = estimate(request(pay.toPlainString(), "0", "0", "100", "800",
                List.of(subsidy(percent, workingTime, START, END)), List.of()));
        assertThat(estimate.periods()).extracting(Period::subsidyPerMonth).containsExactly(expected);
    }

    @ParameterizedTest(name = "ceiling {0} %, pay {1}, compensation {2}: supplement {3}")
    @CsvSource({
        "100, 2500, 449.50, 801",  // 2 500 - 1 250 - 449.50 = 800.50, half up
        "100, 2500, 449.51, 800",  // 800.49
        "100, 2500, 1250, 0",      // nothing left
        "100, 2500, 1300, 0",      // never below nothing
        "50, 2500, 0, 0",          // half of the costs is what the subsidy pays
        "70, 2500, 0, 500",        // 1 750 - 1 250
        "75, 2600, 0, 690"})       // 1 950 - 1 260
    void theSupplementOfAMonthUnderASubsidyOf50PerCent(String ceiling, String pay, BigDecimal compensation, BigDecimal expected) {
        Estimate estimate = estimate(request(pay, "0", "0", ceiling, "10000", List.of(subsidy(50, "100", START, END)),
                List.of(new Compensation(compensation, START, END))));
        assertThat(estimate.periods()).extracting(Period::supplementPerMonth).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-02-01, 2026-02-28, 1.00",  // to 1.3.
        "2026-01-31, 2026-02-28, 1.03",  // from the 30th to 1.3.: 31 days
        "2026-01-15, 2026-01-15, 0.03",  // one day
        "2026-01-15, 2026-02-14, 1.00",
        "2026-01-01, 2026-01-30, 0.97",  // to 31.1., which counts as the 30th: 29 days
        "2026-01-01, 2026-01-31, 1.00",
        "2025-12-10, 2026-03-04, 2.83",  // 2 months and 25 days
        "2024-02-29, 2024-03-31, 1.07",  // to 1.4.: 32 days
        "2026-01-30, 2026-01-30, 0.00"}) // to the 31st, which counts as the 30th
    void monthsAreCountedInAYearOf360Days(LocalDate start, LocalDate end, BigDecimal months) {
        assertThat(Months.of(start, end)).isEqualTo(months);
    }

    /** 0.97 x 799 = 775.03 and 2.83 x 799 = 2 261.17: whole euros by period, then added. */
    @Test
    void thePeriodsTotalIsWholeEurosAndTheTotalTheirSum() {
        Estimate estimate = FundingEstimator.estimate(new EstimateRequest("COMPANY", true, LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 4, 25), null, number("3000"), number("0"), number("0"), number("100"), number("799"),
                List.of(subsidy(50, "100", LocalDate.of(2026, 1, 31), LocalDate.of(2026, 4, 25))), List.of()), CAPS);

        assertThat(estimate.periods()).extracting(Period::months).containsExactly(number("0.97"), number("2.87"));
        // 2.87 x 799 = 2 293.13
        assertThat(estimate.periods()).extracting(Period::supplementTotal).containsExactly(number("775"), number("2293"));
        assertThat(estimate.supplementTotal()).isEqualTo(number("3068"));
    }

    @Test
    void compensationsThatRunAtTheSameTimeAddUp() {
        // 1 500 - 750 = 750; less 100: 650; less 100 and 50: 600; less 50: 700
        Estimate estimate = estimate(request("1500", "0", "0", "100", "800", List.of(subsidy(50, "100", START, END)), List.of(
                new Compensation(number("100"), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31)),
                new Compensation(number("50"), LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 30)))));
        assertThat(estimate.periods()).extracting(Period::supplementPerMonth)
                .containsExactly(number("750"), number("650"), number("600"), number("700"), number("750"));
    }

    @Test
    void theSameSubsidyGrantedOnwardIsOnePeriod() {
        Estimate estimate = estimate(request("1500", "0", "0", "100", "800", List.of(
                subsidy(50, "80", START, LocalDate.of(2026, 6, 30)), subsidy(50, "80.0", LocalDate.of(2026, 7, 1), END)),
                List.of()));
        assertThat(estimate.periods()).extracting(Period::months).containsExactly(number("10.00"));
    }

    @Test
    void aCompensationThatOutlivesThePeriodCountsInsideItOnly() {
        Estimate estimate = estimate(request("1500", "0", "0", "100", "800", List.of(subsidy(50, "100", START, END)),
                List.of(new Compensation(number("100"), START.minusYears(1), END.plusYears(1)))));
        assertThat(estimate.periods()).hasSize(1);
        assertThat(estimate.periods().get(0).start()).isEqualTo(START);
        assertThat(estimate.periods().get(0).end()).isEqualTo(END);
    }

    /** Whatever is asked: the periods cover the time without a gap, and nothing goes over a ceiling or below nothing. */
    @Test
    void whateverIsAskedThePeriodsAreWholeAndNoCeilingIsBroken() {
        Random random = new Random(20261122);
        for (int run = 0; run < 400; run++) {
            EstimateRequest request = anyRequest(random);
            Estimate estimate = FundingEstimator.estimate(request, CAPS);
            LocalDate next = request.start();
            BigDecimal total = BigDecimal.ZERO;
            for (Period period : estimate.periods()) {
                assertThat(period.start()).isEqualTo(next);
                next = period.end().plusDays(1);
                total = total.add(period.supplementTotal());
                BigDecimal room = request.wageCosts().multiply(request.stateAidCeilingPercent()).movePointLeft(2)
                        .subtract(period.subsidyPerMonth());
                assertThat(period.supplementPerMonth()).isBetween(BigDecimal.ZERO,
                        request.supplementCeiling().setScale(0, RoundingMode.HALF_UP));
                assertThat(period.supplementPerMonth())
                        .isLessThanOrEqualTo(room.max(BigDecimal.ZERO).add(number("0.51")));
                assertThat(period.subsidyPerMonth()).isBetween(BigDecimal.ZERO, CAPS.full());
            }
            assertThat(next).isEqualTo(request.end().plusDays(1));
            assertThat(estimate.supplementTotal()).isEqualByComparingTo(total);
        }
    }

    private static EstimateRequest anyRequest(Random random) {
        LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
        LocalDate end = start.plusDays(random.nextInt(700));
        List<Subsidy> subsidies = new ArrayList<>();
        for (LocalDate day = start.plusDays(random.nextInt(60)); !day.isAfter(end) && subsidies.size() < 3;) {
            LocalDate last = day.plusDays(random.nextInt(200)).isAfter(end) ? end : day.plusDays(random.nextInt(30));
            last = last.isAfter(end) ? end : last;
            subsidies.add(subsidy(List.of(50, 70, 100).get(random.nextInt(3)), "" + (1 + random.nextInt(100)), day, last));
            day = last.plusDays(1 + random.nextInt(40));
        }
        List<Compensation> compensations = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate first = start.plusDays(random.nextInt(100));
            compensations.add(new Compensation(cents(random, 60_000), first, first.plusDays(random.nextInt(300))));
        }
        return new EstimateRequest("COMPANY", true, start, end, null, cents(random, 600_000), cents(random, 100_000),
                cents(random, 50_000), BigDecimal.valueOf(random.nextInt(101)), cents(random, 100_000), subsidies, compensations);
    }

    private static BigDecimal cents(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most), 2);
    }

    private static Estimate estimate(EstimateRequest request) {
        return FundingEstimator.estimate(request, CAPS);
    }

    private static EstimateRequest request(String pay, String side, String holiday, String stateAid, String ceiling,
            List<Subsidy> subsidies, List<Compensation> compensations) {
        return new EstimateRequest("COMPANY", true, START, END, null, number(pay), number(side), number(holiday),
                number(stateAid), number(ceiling), subsidies, compensations);
    }

    private static Subsidy subsidy(int percent, String workingTime, LocalDate start, LocalDate end) {
        return new Subsidy(percent, number(workingTime), start, end);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
