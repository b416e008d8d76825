package fi.tyopolku.meetings;

import java.time.LocalDate;
import java.util.List;

/**
 * A partner of the network.
 *
 * @param sector {@code PUBLIC}, {@code PRIVATE} or {@code THIRD}
 * @param roles codes from the agreement, empty while there is none
 * @param state {@code CONTACT} without an agreement, {@code ACTIVE}, {@code ENDED}
 */
public record Partner(String id, String municipality, String name, String sector, String contactEmail, String language,
        List<String> roles, LocalDate agreementFrom, LocalDate agreementTo, String state) {
}
