package fi.tyopolku.clients;

import java.time.LocalDate;

/**
 * One coach hands cases over to another.
 *
 * @param fromCoach user id; null where the cases had no coach
 * @param toCoach   user id of the new coach or the deputy
 * @param firstDay  first day of the absence, null for a hand-over for good, as is lastDay
 * @param cases     how many cases it is about; those that have closed or got another coach meanwhile do not count
 */
public record HandOver(String id, String municipality, Kind kind, String fromCoach, String toCoach, LocalDate firstDay,
        LocalDate lastDay, State state, int cases) {

    /** While somebody is away, or for good. */
    public enum Kind {
        FOR_GOOD, TEMPORARY
    }

    /** A temporary one is planned until the first day of the absence. */
    public enum State {
        PLANNED, RUNNING, ENDED
    }

    public boolean isTemporary() {
        return kind == Kind.TEMPORARY;
    }
}
