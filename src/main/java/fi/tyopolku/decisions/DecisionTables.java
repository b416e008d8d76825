package fi.tyopolku.decisions;

import java.util.Map;
import java.util.Set;

/** The decision tables as they stand deployed, newest version. A table carries its own dates of validity. */
public interface DecisionTables {

    /**
     * Asks one table.
     *
     * @param facts what the table's input expressions read: nested maps, lists, strings, numbers, booleans and dates
     *     ({@link java.time.LocalDate} or ISO text). What is missing, blank or of another kind than the table's column
     *     says is null to the table, never an error.
     * @throws IllegalArgumentException when no such table is deployed
     */
    DecisionOutcome evaluate(String decisionKey, Map<String, Object> facts);

    /**
     * The paths into the facts that the newest version of the table reads, with those of the tables it builds on, such
     * as {@code jobApplication.employerKind}.
     */
    Set<String> inputPaths(String decisionKey);

    /** The number of the newest version of the table. Asked the same facts, one version gives one answer. */
    int version(String decisionKey);
}
