package fi.tyopolku.clients;

import java.time.LocalDate;

/**
 * A client who moves and has been offered to another municipality.
 *
 * @param movesOn   the day on which the client moves house
 * @param offeredOn the day on which the other municipality was asked
 */
public record CaseMove(String caseId, String fromMunicipality, String toMunicipality, LocalDate movesOn,
        LocalDate offeredOn) {
}
