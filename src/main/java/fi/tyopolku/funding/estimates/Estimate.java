package fi.tyopolku.funding.estimates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer: what an employer would get, period by period.
 *
 * @param supplementTotal whole euros
 */
record Estimate(List<Period> periods, BigDecimal supplementTotal) {

    Estimate {
        periods = List.copyOf(periods);
    }

    /**
     * A period in which nothing changes.
     *
     * @param months with two decimals
     * @param subsidyPerMonth euros with cents; 0.00 where no subsidy runs
     * @param supplementPerMonth whole euros, as is {@code supplementTotal}
     */
    record Period(LocalDate start, LocalDate end, BigDecimal months, BigDecimal subsidyPerMonth,
            BigDecimal supplementPerMonth, BigDecimal supplementTotal) {
    }
}
