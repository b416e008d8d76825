package fi.tyopolku.reporting.esf;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.funding.FundingProject;
import java.time.LocalDate;

/**
 * One client in one project with money of the European Union.
 *
 * @param startedOn of the start record, else the first day of what the project pays for
 * @param endedOn of the record of the end, else the last day of what the project paid for; null while something goes on
 * @param start the start record, {@link com.fasterxml.jackson.databind.node.MissingNode} while there is none
 * @param exit the record of the end, likewise
 */
record Participation(String caseId, FundingProject project, LocalDate startedOn, LocalDate endedOn, JsonNode start,
        JsonNode exit) {

    boolean touches(LocalDate from, LocalDate to) {
        return !startedOn.isAfter(to) && (endedOn == null || !endedOn.isBefore(from));
    }

    boolean hasEnded(LocalDate today) {
        return endedOn != null && endedOn.isBefore(today);
    }

    /** An answer of a form, null while it is missing. */
    static String answer(JsonNode sheet, String field) {
        String text = sheet.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }
}
