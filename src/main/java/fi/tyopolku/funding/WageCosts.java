package fi.tyopolku.funding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The job and what it costs.
 *
 * @param end last day of the contract; null for a permanent one
 * @param monthlyCents wage costs of a full month by 380/2023 85 §: pay subject to withholding, without holiday bonus,
 *     overtime, pay by result and expenses
 * @param weeklyHours hours agreed; needed only where the terms cap the working time, else may be null
 * @param fullTimeWeeklyHours full working time of the field; as {@code weeklyHours}
 * @param otherSupportMonthlyCents other support for the same wage costs and training compensation, in a full month
 *     (93 §)
 */
public record WageCosts(
        LocalDate start,
        LocalDate end,
        long monthlyCents,
        BigDecimal weeklyHours,
        BigDecimal fullTimeWeeklyHours,
        long otherSupportMonthlyCents) {

    public WageCosts {
        if (start == null || end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("A job needs a start, and an end not before it");
        }
        if (monthlyCents < 0 || otherSupportMonthlyCents < 0) {
            throw new IllegalArgumentException("Sums must not be negative");
        }
    }

    /** A job without other support and without regard to working time. */
    public static WageCosts of(LocalDate start, LocalDate end, long monthlyCents) {
        return new WageCosts(start, end, monthlyCents, null, null, 0);
    }
}
