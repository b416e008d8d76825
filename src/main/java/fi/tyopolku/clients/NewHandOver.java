package fi.tyopolku.clients;

import fi.tyopolku.clients.HandOver.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * A hand-over as somebody asks for it.
 *
 * @param id        the subject id under which its document is kept
 * @param fromCoach null for cases that have no coach
 * @param firstDay  first and last day of the absence; null for a hand-over for good
 * @param startedBy user id of the person who asks
 */
public record NewHandOver(String id, String municipality, Kind kind, String fromCoach, String toCoach, LocalDate firstDay,
        LocalDate lastDay, String startedBy, List<String> caseIds) {

    public NewHandOver {
        caseIds = caseIds.stream().distinct().sorted().toList();
    }
}
