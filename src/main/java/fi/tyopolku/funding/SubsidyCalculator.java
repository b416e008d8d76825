package fi.tyopolku.funding;

import fi.tyopolku.funding.SubsidyPlan.DecidedBy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes a pay subsidy or a 55+ employment support for its whole period: for each calendar month the smallest of
 *
 * <ul>
 *   <li>the share: percent x costs x factor, where costs count only up to the working-time cap (86-90, 96 §),
 *   <li>the cap of the month (94.1 §),
 *   <li>the room left by other support: costs x factor less the other support (93 §).
 * </ul>
 *
 * <p>Whether the support may be granted at all is for the decision tables; so is that the 55+ support goes with no
 * other support (95.3 §).
 *
 * <p>A whole calendar month counts as one. A part month counts as its calendar days / 30 (94.2 §); the act says so of
 * the cap, and the same fraction is taken of costs and other support, because the true pay of a part month is not yet
 * known when money is reserved. The stacking limit is measured against the whole costs, also where only 65 % of full
 * working time is subsidised: other support may carry the rest.
 *
 * <p>Rounding: nothing is rounded before a calendar month is done. Then the share is rounded to the nearest cent, half
 * up; the two ceilings are rounded down, so that no ceiling of the act is exceeded by a fraction of a cent.
 */
public final class SubsidyCalculator {

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal DAYS_OF_A_MONTH = BigDecimal.valueOf(30);

    private SubsidyCalculator() {
    }

    /**
     * @throws IllegalArgumentException when neither the terms nor the contract end the period, or the working-time cap
     *     applies and the hours are missing
     */
    public static SubsidyPlan plan(SubsidyTerms terms, WageCosts costs) {
        LocalDate from = costs.start();
        LocalDate to = lastDay(terms, costs);
        BigDecimal all = BigDecimal.valueOf(costs.monthlyCents());
        BigDecimal share = counting(terms, costs, all).multiply(terms.costFactor()).multiply(BigDecimal.valueOf(terms.percent()))
                .divide(HUNDRED, PRECISION);
        BigDecimal cap = BigDecimal.valueOf(terms.capCentsPerMonth());
        BigDecimal room = all.multiply(terms.costFactor())
                .subtract(BigDecimal.valueOf(costs.otherSupportMonthlyCents())).max(BigDecimal.ZERO);

        List<SubsidyPlan.Month> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            LocalDate first = later(from, month.atDay(1));
            LocalDate last = earlier(to, month.atEndOfMonth());
            months.add(month(month, (int) ChronoUnit.DAYS.between(first, last) + 1, share, cap, room));
        }
        return new SubsidyPlan(from, to, List.copyOf(months));
    }

    private static SubsidyPlan.Month month(
            YearMonth month, int days, BigDecimal share, BigDecimal cap, BigDecimal room) {
        boolean whole = days == month.lengthOfMonth();
        long shareCents = cents(whole ? share : part(share, days), RoundingMode.HALF_UP);
        long capCents = cents(whole ? cap : part(cap, days), RoundingMode.DOWN);
        long roomCents = cents(whole ? room : part(room, days), RoundingMode.DOWN);
        long amount = Math.min(shareCents, Math.min(capCents, roomCents));
        DecidedBy decidedBy = amount == shareCents
                ? DecidedBy.SHARE
                : amount == capCents ? DecidedBy.CAP : DecidedBy.STACKING;
        return new SubsidyPlan.Month(month, days, shareCents, capCents, roomCents, amount, decidedBy);
    }

    /** Multiplied first: 1/30 has no exact decimal, and a ceiling rounded down would lose a cent by it. */
    private static BigDecimal part(BigDecimal month, int days) {
        return month.multiply(BigDecimal.valueOf(days)).divide(DAYS_OF_A_MONTH, PRECISION);
    }

    /** The costs that count: all, or what falls on the capped share of full working time. */
    private static BigDecimal counting(SubsidyTerms terms, WageCosts costs, BigDecimal all) {
        if (terms.workingTimeCapPercent() == null) {
            return all;
        }
        BigDecimal hours = costs.weeklyHours();
        BigDecimal fullTime = costs.fullTimeWeeklyHours();
        if (hours == null || fullTime == null || hours.signum() <= 0 || fullTime.signum() <= 0) {
            throw new IllegalArgumentException("The working-time cap needs the weekly hours and those of full time");
        }
        BigDecimal cappedHours = fullTime.multiply(BigDecimal.valueOf(terms.workingTimeCapPercent()))
                .divide(HUNDRED, PRECISION);
        return all.multiply(cappedHours).divide(hours, PRECISION).min(all);
    }

    private static LocalDate lastDay(SubsidyTerms terms, WageCosts costs) {
        if (terms.months() == null) {
            if (costs.end() == null) {
                throw new IllegalArgumentException("A support without a longest duration needs a fixed-term contract");
            }
            return costs.end();
        }
        LocalDate byTerms = lastDayOf(costs.start(), terms.months());
        return costs.end() == null ? byTerms : earlier(byTerms, costs.end());
    }

    /** Where the last month has no such date, its last day ends the period (150/1930 3 §). */
    private static LocalDate lastDayOf(LocalDate start, int months) {
        LocalDate sameDate = start.plusMonths(months);
        return sameDate.getDayOfMonth() < start.getDayOfMonth() ? sameDate : sameDate.minusDays(1);
    }

    private static long cents(BigDecimal value, RoundingMode rounding) {
        return value.setScale(0, rounding).longValueExact();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
