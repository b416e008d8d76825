package fi.tyopolku.contacttraining;

import fi.tyopolku.calendar.WorkingDays;
import fi.tyopolku.network.TrainingGroup;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On which dates a group is taught: its weekdays between its first and last day, public holidays left out. */
@Component
class TeachingDays {

    private final WorkingDays workingDays;

    TeachingDays(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** Teaching days of the week, Monday to Sunday, that holds the given day. */
    List<LocalDate> inWeekOf(TrainingGroup group, LocalDate day) {
        return group.teachingDaysInWeekOf(day).stream().filter(this::isNoHoliday).toList();
    }

    /** The first teaching day on or after the given one; empty when the group has none left. */
    Optional<LocalDate> firstFrom(TrainingGroup group, LocalDate day) {
        LocalDate first = day.isBefore(group.starts()) ? group.starts() : day;
        return first.datesUntil(group.ends().isBefore(first) ? first : group.ends().plusDays(1))
                .filter(date -> group.teachingWeekdays().contains(date.getDayOfWeek()))
                .filter(this::isNoHoliday)
                .findFirst();
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private boolean isNoHoliday(LocalDate date) {
        boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return isWeekend || workingDays.isWorkingDay(date);
    }
}
