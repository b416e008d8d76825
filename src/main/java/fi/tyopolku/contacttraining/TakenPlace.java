package fi.tyopolku.contacttraining;

import java.time.LocalDate;

/**
 * What came of asking for a place.
 *
 * @param taken false when the case now waits for its turn
 * @param trainer user id of the group's trainer
 * @param startsOn the first day of teaching that the client can come to
 */
public record TakenPlace(boolean taken, String trainer, LocalDate startsOn) {
}
