package fi.tyopolku.reporting.web;

import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.LocalDate;

/** The days that figures are of, both included. */
record Period(LocalDate from, LocalDate to) {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** By default the last 12 months. */
    static Period of(LocalDate from, LocalDate to, Clock clock) {
        refuseOutside(from);
        refuseOutside(to);
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
        if (first.isAfter(last)) {
            throw new Refusal("reporting.datesReversed");
        }
        return new Period(first, last);
    }

    private static void refuseOutside(LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new Refusal("reporting.dateOutside", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
    }
}
