package fi.tyopolku.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and times as people in Finland write them, in each of the three languages: 1.9.2026, 1.9.2026 8:05. */
public final class Dates {

    public static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.M.yyyy H:mm");

    private Dates() {
    }

    /** Empty for null. */
    public static String shown(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** Empty for null. */
    public static String shown(LocalDateTime time) {
        return time == null ? "" : TIME.format(time);
    }

    /** In Finnish time; empty for null. */
    public static String shown(Instant instant) {
        return instant == null ? "" : shown(LocalDateTime.ofInstant(instant, HELSINKI));
    }

    /** The day it is in Finland at that moment. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, HELSINKI);
    }
}
