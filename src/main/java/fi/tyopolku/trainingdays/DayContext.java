package fi.tyopolku.trainingdays;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the ledger must know about a mark besides the mark itself.
 *
 * @param stageStart no day before it is accepted; null where the start is not known
 * @param workplaceNormalHours normal daily hours of the workplace, the upper limit of a training agreement; null where
 *     not known
 * @param source what the mark was recorded through, for example the id of the task; nothing personal
 * @param recordedBy user id
 */
public record DayContext(LocalDate stageStart, BigDecimal workplaceNormalHours, String source, String recordedBy) {

    public static DayContext of(LocalDate stageStart, String source, String recordedBy) {
        return new DayContext(stageStart, null, source, recordedBy);
    }
}
