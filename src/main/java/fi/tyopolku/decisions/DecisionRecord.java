package fi.tyopolku.decisions;

import java.time.Instant;
import java.util.Map;

/**
 * One decision of a table in one case, as it was made.
 *
 * @param inputs the facts the table read, by path; dates as ISO text
 * @param outcome the rows with codes, reasons and legal basis, and the version of the rules
 */
public record DecisionRecord(String caseId, DecisionOutcome outcome, Map<String, Object> inputs, Instant decidedAt) {
}
