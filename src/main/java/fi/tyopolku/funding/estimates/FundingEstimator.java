package fi.tyopolku.funding.estimates;

import fi.tyopolku.funding.Months;
import fi.tyopolku.funding.estimates.Estimate.Period;
import fi.tyopolku.funding.estimates.EstimateRequest.Compensation;
import fi.tyopolku.funding.estimates.EstimateRequest.Subsidy;
import fi.tyopolku.funding.estimates.SubsidyCaps.Caps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Estimates pay subsidy and municipal supplement of a job.
 *
 * <ul>
 *   <li>Subsidy of 50 and 70 %: the smaller of the cap and percent x monthly pay (380/2023 86, 87, 89, 94 §).
 *   <li>Subsidy of 100 %: the smaller of the cap and 1.23 x the smaller of the monthly pay and what of it falls on 65 % of
 *       full working time (88 §, 94 §).
 *   <li>Supplement: what the ceiling of state aid leaves of the wage costs after subsidy and training compensation, at
 *       most the municipality's own ceiling, never below nothing, in whole euros, half up (93 §).
 * </ul>
 *
 * <p>A time without subsidy is estimated with a subsidy of nothing: whether the municipality pays a supplement without a
 * subsidy is a matter of its terms (table {@code municipalSupplement}), not of the sum.
 *
 * <p>Months are counted in days of a year of 360 days (30/360, European) from the first day to the day after the last, by
 * 30, with two decimals. Only the months, the subsidy shown (cents) and the supplement (euros) are rounded; the supplement
 * is taken from the unrounded subsidy.
 */
final class FundingEstimator {

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FULL_COST_FACTOR = new BigDecimal("1.23");
    private static final BigDecimal FULL_WORKING_TIME_SHARE = new BigDecimal("0.65");
    private static final int FULL = 100;

    private FundingEstimator() {
    }

    static Estimate estimate(EstimateRequest request, Caps caps) {
        List<Period> periods = stretches(request).stream().map(stretch -> period(stretch, request, caps)).toList();
        return new Estimate(periods,
                periods.stream().map(Period::supplementTotal).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Days from first to last, both included, in which the same support runs. */
    private record Stretch(LocalDate start, LocalDate end, Optional<Terms> subsidy, BigDecimal compensation) {

        boolean isLike(Stretch other) {
            return subsidy.equals(other.subsidy) && compensation.compareTo(other.compensation) == 0;
        }
    }

    private record Terms(int percent, BigDecimal workingTimePercent) {
    }

    private static List<Stretch> stretches(EstimateRequest request) {
        List<LocalDate> changes = new ArrayList<>(changes(request));
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < changes.size(); i++) {
            Stretch next = stretch(changes.get(i), changes.get(i + 1).minusDays(1), request);
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null && last.isLike(next)) {
                stretches.set(stretches.size() - 1, stretch(last.start(), next.end(), request));
            } else {
                stretches.add(next);
            }
        }
        return stretches;
    }

    /** First days of what may be a new period, and the day after the last. */
    private static TreeSet<LocalDate> changes(EstimateRequest request) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        request.subsidies().forEach(subsidy -> {
            changes.add(subsidy.start());
            changes.add(subsidy.end().plusDays(1));
        });
        request.compensations().forEach(compensation -> {
            changes.add(compensation.start());
            changes.add(compensation.end().plusDays(1));
        });
        changes.removeIf(day -> day.isBefore(request.start()) || day.isAfter(request.end()));
        changes.add(request.start());
        changes.add(request.end().plusDays(1));
        return changes;
    }

    private static Stretch stretch(LocalDate start, LocalDate end, EstimateRequest request) {
        return new Stretch(start, end,
                request.subsidies().stream().filter(subsidy -> subsidy.runsOn(start)).findFirst()
                        .map(FundingEstimator::terms),
                request.compensations().stream().filter(compensation -> compensation.runsOn(start))
                        .map(Compensation::monthlyAmount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** 80 and 80.0 are the same working time. */
    private static Terms terms(Subsidy subsidy) {
        return new Terms(subsidy.percent(), subsidy.workingTimePercent().stripTrailingZeros());
    }

    private static Period period(Stretch stretch, EstimateRequest request, Caps caps) {
        BigDecimal subsidy = stretch.subsidy().map(terms -> subsidy(terms, request.monthlyPay(), caps))
                .orElse(BigDecimal.ZERO);
        BigDecimal room = request.wageCosts().multiply(request.stateAidCeilingPercent()).divide(HUNDRED, PRECISION)
                .subtract(subsidy).subtract(stretch.compensation());
        BigDecimal supplement = room.min(request.supplementCeiling()).max(BigDecimal.ZERO)
                .setScale(0, RoundingMode.HALF_UP);
        BigDecimal months = Months.of(stretch.start(), stretch.end());
        return new Period(stretch.start(), stretch.end(), months, subsidy.setScale(2, RoundingMode.HALF_UP), supplement,
                months.multiply(supplement).setScale(0, RoundingMode.HALF_UP));
    }

    private static BigDecimal subsidy(Terms terms, BigDecimal monthlyPay, Caps caps) {
        BigDecimal share = terms.percent() == FULL
                ? FULL_COST_FACTOR.multiply(monthlyPay.min(payOfCappedWorkingTime(terms, monthlyPay)))
                : monthlyPay.multiply(BigDecimal.valueOf(terms.percent())).divide(HUNDRED, PRECISION);
        return share.min(caps.of(terms.percent()));
    }

    /** Multiplied first: one third of the pay has no exact decimal. */
    private static BigDecimal payOfCappedWorkingTime(Terms terms, BigDecimal monthlyPay) {
        return monthlyPay.multiply(HUNDRED).multiply(FULL_WORKING_TIME_SHARE).divide(terms.workingTimePercent(), PRECISION);
    }
}
