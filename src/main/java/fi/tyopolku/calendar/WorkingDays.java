package fi.tyopolku.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Working days in Finland: Monday to Friday without public holidays. Midsummer Eve and Christmas Eve are off as well:
 * they are no public holidays, but offices are closed.
 */
@Component
public class WorkingDays {

    private final HolidayManager finland =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FINLAND));

    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !finland.isHoliday(date);
    }

    /**
     * The date that lies this many working days after the given one, which itself is not counted. Negative numbers go
     * back; zero gives the date itself, working day or not.
     */
    public LocalDate plus(LocalDate date, int workingDays) {
        int step = workingDays < 0 ? -1 : 1;
        LocalDate result = date;
        for (int left = Math.abs(workingDays); left > 0; ) {
            result = result.plusDays(step);
            if (isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** The given date if it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate date) {
        return isWorkingDay(date) ? date : plus(date, 1);
    }
}
