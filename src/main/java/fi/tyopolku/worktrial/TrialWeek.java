package fi.tyopolku.worktrial;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The days of one week that lie inside an agreement; at most Monday to Sunday. */
public record TrialWeek(LocalDate start, LocalDate end) {

    /** @param previousStart first day of the week recorded last, null for the first week of the agreement */
    static TrialWeek after(LocalDate previousStart, TrialTerms terms) {
        LocalDate start = previousStart == null ? terms.start()
                : previousStart.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        LocalDate sunday = start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new TrialWeek(start, sunday.isAfter(terms.end()) ? terms.end() : sunday);
    }

    List<LocalDate> days() {
        return start.datesUntil(end.plusDays(1)).collect(Collectors.toList());
    }

    /** The name under which the week sheet keeps the day, such as {@code monday}. */
    static String nameOf(LocalDate day) {
        return day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    }
}
