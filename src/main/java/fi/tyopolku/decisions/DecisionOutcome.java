package fi.tyopolku.decisions;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a decision table answered.
 *
 * @param decisionKey key of the table
 * @param version version of the deployed rules that answered
 * @param versionTag the modeller's own number of those rules, may be null
 * @param rows one map for each rule that applied, output name to value, in the order of the table
 */
public record DecisionOutcome(String decisionKey, int version, String versionTag, List<Map<String, Object>> rows) {

    /** The answer of every table that misses a fact: not a refusal, a person looks. */
    public static final String CHECK_BY_HAND = "CHECK_BY_HAND";

    public DecisionOutcome {
        Objects.requireNonNull(decisionKey);
        rows = rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
    }

    /** The values of the output {@code code}, each once, in the order of the table. */
    public List<String> codes() {
        return rows.stream().map(row -> (String) row.get("code")).filter(Objects::nonNull).distinct().toList();
    }

    public boolean has(String code) {
        return codes().contains(code);
    }

    /** Whether a fact is missing or no rule fits, so that a person must look. */
    public boolean mustBeChecked() {
        return has(CHECK_BY_HAND);
    }

    /** The codes that are certain: all but {@link #CHECK_BY_HAND}. */
    public Collection<String> certainCodes() {
        return codes().stream().filter(code -> !CHECK_BY_HAND.equals(code)).toList();
    }

    /**
     * The row of a table that answers with exactly one.
     *
     * @throws IllegalStateException when there is none or more than one
     */
    public Map<String, Object> single() {
        if (rows.size() != 1) {
            throw new IllegalStateException("Decision %s has %d rows, not one".formatted(decisionKey, rows.size()));
        }
        return rows.get(0);
    }
}
