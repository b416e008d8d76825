package fi.tyopolku.network;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A training group as it stands now. */
public record TrainingGroup(
        String id,
        String municipality,
        String name,
        String provider,
        String trainer,
        LocalDate starts,
        LocalDate ends,
        Set<DayOfWeek> teachingWeekdays,
        int places,
        int taken) {

    public int free() {
        return places - taken;
    }

    /** The dates on which the group is taught in the week, Monday to Sunday, that holds the given day. */
    public List<LocalDate> teachingDaysInWeekOf(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.range(0, 7).mapToObj(monday::plusDays)
                .filter(date -> teachingWeekdays.contains(date.getDayOfWeek()))
                .filter(date -> !date.isBefore(starts) && !date.isAfter(ends))
                .toList();
    }
}
