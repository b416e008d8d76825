package fi.tyopolku.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Months as money counts them: days of a year of 360 days (30/360, European), by 30, with two decimals. */
public final class Months {

    private static final BigDecimal DAYS_OF_A_MONTH = BigDecimal.valueOf(30);
    private static final int LAST_DAY = 30;

    private Months() {
    }

    /** From the first day to the day after the last. */
    public static BigDecimal of(LocalDate first, LocalDate last) {
        return BigDecimal.valueOf(days360(first, last.plusDays(1))).divide(DAYS_OF_A_MONTH, 2, RoundingMode.HALF_UP);
    }

    private static long days360(LocalDate from, LocalDate to) {
        return 360L * (to.getYear() - from.getYear()) + 30L * (to.getMonthValue() - from.getMonthValue())
                + Math.min(to.getDayOfMonth(), LAST_DAY) - Math.min(from.getDayOfMonth(), LAST_DAY);
    }
}
