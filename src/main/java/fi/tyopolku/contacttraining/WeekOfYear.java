package fi.tyopolku.contacttraining;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A week as it stands in an address, {@code 2026-W47} (ISO 8601). */
record WeekOfYear(int year, int number) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-W(\\d{2})");

    static WeekOfYear of(LocalDate day) {
        return new WeekOfYear(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Its Monday; empty where the text is no week. */
    static Optional<LocalDate> mondayOf(String written) {
        Matcher week = WRITTEN.matcher(written);
        if (!week.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group(2))).with(DayOfWeek.MONDAY));
        } catch (DateTimeException noSuchWeek) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%04d-W%02d".formatted(year, number);
    }
}
