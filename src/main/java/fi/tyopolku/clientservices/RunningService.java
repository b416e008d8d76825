package fi.tyopolku.clientservices;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * A service that a client is in or about to begin.
 *
 * @param service code, such as {@code SOCIAL_GUIDANCE}
 * @param project code of the project that pays for it, null for none
 * @param endsOn null while the end is open
 * @param weekdays the days of the week on which it takes the client's time; empty where no days are fixed
 */
public record RunningService(String caseId, String service, String project, LocalDate startsOn, LocalDate endsOn,
        Set<DayOfWeek> weekdays) {

    public RunningService {
        weekdays = weekdays == null || weekdays.isEmpty() ? Set.of() : Set.copyOf(weekdays);
    }

    /** A service without days of its own, such as guidance by appointment. */
    public static RunningService byAppointment(String caseId, String service, LocalDate startsOn) {
        return new RunningService(caseId, service, null, startsOn, null, Set.of());
    }

    /** Whether some date belongs to the days of both. */
    public boolean sharesDaysWith(RunningService other) {
        Set<DayOfWeek> common = weekdays.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(weekdays);
        common.retainAll(other.weekdays);
        LocalDate from = startsOn.isAfter(other.startsOn) ? startsOn : other.startsOn;
        LocalDate to = firstEnd(other);
        if (common.isEmpty() || to != null && to.isBefore(from)) {
            return false;
        }
        LocalDate lastToTry = to == null || to.isAfter(from.plusDays(6)) ? from.plusDays(6) : to;
        return from.datesUntil(lastToTry.plusDays(1)).anyMatch(day -> common.contains(day.getDayOfWeek()));
    }

    /** Whether the two run at the same time, whatever their days. */
    public boolean runsBeside(RunningService other) {
        return !isOver(this, other.startsOn) && !isOver(other, startsOn);
    }

    private static boolean isOver(RunningService service, LocalDate on) {
        return service.endsOn != null && service.endsOn.isBefore(on);
    }

    private LocalDate firstEnd(RunningService other) {
        if (endsOn == null || other.endsOn == null) {
            return endsOn == null ? other.endsOn : endsOn;
        }
        return endsOn.isBefore(other.endsOn) ? endsOn : other.endsOn;
    }
}
