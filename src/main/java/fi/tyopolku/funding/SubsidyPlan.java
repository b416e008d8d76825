package fi.tyopolku.funding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a subsidy will cost from its first to its last day, in cents, by calendar month as it is paid (385/2024 18 §).
 */
public record SubsidyPlan(LocalDate from, LocalDate to, List<Month> months) {

    /** The sum to reserve. */
    public long totalCents() {
        return months.stream().mapToLong(Month::amountCents).sum();
    }

    /**
     * One calendar month.
     *
     * @param days subsidised calendar days in it
     * @param shareCents the percentage of the costs that count
     * @param capCents the ceiling (94 §)
     * @param stackingLimitCents what other support leaves room for (93 §)
     * @param amountCents the smallest of the three
     * @param decidedBy which of them it was; the share where they are equal
     */
    public record Month(
            YearMonth month,
            int days,
            long shareCents,
            long capCents,
            long stackingLimitCents,
            long amountCents,
            DecidedBy decidedBy) {
    }

    /** What set the amount of a month. */
    public enum DecidedBy {
        SHARE,
        CAP,
        STACKING
    }
}
