package fi.tyopolku.reporting;

import java.time.LocalDate;
import java.util.Locale;

/** Makes one report. Every bean of this type is offered to managers, in the order of its {@code @Order}. */
public interface ReportSource {

    /** Small letters and hyphens; see {@link Report}. */
    String code();

    /** Only called for managers, with their own municipality. */
    Report report(Question question);

    /** Whether the days asked for matter; false for a report of how things stand now. */
    default boolean hasPeriod() {
        return true;
    }

    /**
     * @param municipality the manager's own; a report that compares municipalities says so and shows the others' sums only
     * @param from first day of the time asked for, {@code to} the last one, both included
     */
    record Question(String municipality, LocalDate from, LocalDate to, Locale locale) {
    }
}
