package fi.tyopolku.studysupport;

import java.time.LocalDate;

/**
 * What an educational trial or studies on benefit need to know of their case.
 *
 * @param startsOn the first day of the trial or of the studies
 * @param endsOn the last one
 */
public record StudyCase(String coach, String clientLabel, String language, LocalDate startsOn, LocalDate endsOn) {
}
