package fi.tyopolku.coaching;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of the workers whose pay-subsidised job ended went to a job with another employer.
 *
 * @param toOtherEmployers numerator
 * @param ended denominator: all pay-subsidised jobs that ended, wherever the worker went
 */
public record Progress(int toOtherEmployers, int ended) {

    /** The practice of Ii reached more than this. */
    public static final int TARGET_PERCENT = 30;

    /** With one decimal. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(toOtherEmployers * 100L).divide(BigDecimal.valueOf(ended), 1, RoundingMode.HALF_UP);
    }

    /** Whether it is more than the target; exactly the target is not. */
    public boolean isTargetMet() {
        return toOtherEmployers * 100L > (long) ended * TARGET_PERCENT;
    }
}
