package fi.tyopolku.notifications;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * What a mail puts into the reader's calendar, shortens there or takes out of it. Its title is the subject of the mail.
 *
 * @param series what it is about, such as {@code WORK_TRIAL}: a later mail about the same case with the same series
 *               changes or cancels the same entry
 * @param startsOn null unless the mail puts an entry
 * @param startsAt null for whole days
 * @param endsOn the last day; null when it is the first one
 * @param place null when none is known
 */
public record CalendarEntry(String series, LocalDate startsOn, LocalTime startsAt, LocalDate endsOn, String place,
        Change change) {

    /** What becomes of the entry. */
    enum Change {
        PUT,
        /** today becomes its last day, where a later one was */
        END,
        CANCEL
    }

    /** Stands for every entry of the case that is still to come. */
    public static final String ALL = "ALL";

    private static final int LONGEST_PLACE = 200;

    public CalendarEntry {
        Objects.requireNonNull(series, "series");
        if (change == Change.PUT) {
            Objects.requireNonNull(startsOn, "startsOn");
        }
        place = place == null || place.isBlank() ? null : place.strip();
        if (place != null && place.length() > LONGEST_PLACE) {
            place = place.substring(0, LONGEST_PLACE);
        }
    }

    public CalendarEntry(String series, LocalDate startsOn, LocalTime startsAt, LocalDate endsOn, String place) {
        this(series, startsOn, startsAt, endsOn, place, Change.PUT);
    }

    public static CalendarEntry ending(String series) {
        return new CalendarEntry(series, null, null, null, null, Change.END);
    }

    public static CalendarEntry cancelling(String series) {
        return new CalendarEntry(series, null, null, null, null, Change.CANCEL);
    }
}
