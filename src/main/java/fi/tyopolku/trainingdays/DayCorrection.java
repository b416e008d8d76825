package fi.tyopolku.trainingdays;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** One correction of a recorded day: what stood there before, what stands after it, why, who and when. */
public record DayCorrection(
        String caseId,
        LocalDate day,
        Mark oldMark,
        Mark newMark,
        BigDecimal oldHours,
        BigDecimal newHours,
        String reason,
        String correctedBy,
        Instant correctedAt) {
}
