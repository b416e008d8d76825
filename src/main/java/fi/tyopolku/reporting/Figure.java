package fi.tyopolku.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share with what it is a share of.
 *
 * @param code what it says, see {@code reporting.figure.<code>} in the messages
 * @param of the denominator
 * @param aboveTarget the practice's own yardstick in per cent, which the share must exceed; null where it named none
 * @param among how many people there are beside whom these are shown: the rest must not be so few that they could be told
 *              by subtraction; null where the figure does not set people apart
 */
public record Figure(String code, int count, int of, Integer aboveTarget, Integer among) {

    /** In a smaller group a share could tell of one person. */
    public static final int SMALLEST_GROUP = 5;

    public Figure {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("A share of " + of + " cannot count " + count);
        }
    }

    public Figure(String code, int count, int of, Integer aboveTarget) {
        this(code, count, of, aboveTarget, null);
    }

    public boolean isShown() {
        boolean setsFewApart = among != null && among > of && among - of < SMALLEST_GROUP;
        return of >= SMALLEST_GROUP && !setsFewApart;
    }

    /** Per cent with one decimal, half up; null where nothing may be shown. */
    public BigDecimal percent() {
        return isShown() ? BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP) : null;
    }

    /** Whether the share exceeds its target, compared unrounded; null without a target or where nothing may be shown. */
    public Boolean meetsTarget() {
        return aboveTarget == null || !isShown() ? null : count * 100L > (long) aboveTarget * of;
    }
}
