package fi.tyopolku.reporting.web;

import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.LocalDate;

/** The days that figures are of, both included. */
record Period(LocalDate from, LocalDate to) {

    /** By default the last 12 months. */
    static Period of(LocalDate from, LocalDate to, Clock clock) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
        if (first.isAfter(last)) {
            throw new Refusal("reporting.datesReversed");
        }
        return new Period(first, last);
    }
}
