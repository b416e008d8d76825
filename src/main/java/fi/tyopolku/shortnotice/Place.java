package fi.tyopolku.shortnotice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Unfilled places of one training as they stand now. */
public record Place(String id, String municipality, int places, int taken, int round, LocalDate startsOn, LocalDate endsOn,
        Set<DayOfWeek> weekdays, LocalDate answerBy) {

    public int free() {
        return places - taken;
    }
}
