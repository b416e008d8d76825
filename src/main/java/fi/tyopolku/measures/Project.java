package fi.tyopolku.measures;

import java.time.LocalDate;

/**
 * A project that pays for measures.
 *
 * @param sharedGoal the goal that its partners share
 */
public record Project(String id, String municipality, String name, String funder, boolean euFunded, LocalDate starts,
        LocalDate ends, String sharedGoal) {

    /** Whether a period falls inside the time of the project. */
    public boolean covers(LocalDate from, LocalDate to) {
        return !from.isBefore(starts) && !to.isAfter(ends);
    }
}
