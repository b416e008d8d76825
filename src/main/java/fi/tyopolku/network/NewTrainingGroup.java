package fi.tyopolku.network;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * A training group to be opened.
 *
 * @param provider who gives the training
 * @param trainer user id
 * @param teachingWeekdays days of contact teaching
 */
public record NewTrainingGroup(
        String municipality,
        String name,
        String provider,
        String trainer,
        LocalDate starts,
        LocalDate ends,
        Set<DayOfWeek> teachingWeekdays,
        int places) {
}
