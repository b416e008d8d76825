package fi.tyopolku.decisions;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides for a case by a table: gathers the facts, asks the table, keeps the record. */
@Service
public class CaseDecisions {

    private final CaseFacts caseFacts;
    private final DecisionTables tables;
    private final DecisionRecords records;
    private final Clock clock;

    CaseDecisions(CaseFacts caseFacts, DecisionTables tables, DecisionRecords records, Clock clock) {
        this.caseFacts = caseFacts;
        this.tables = tables;
        this.records = records;
        this.clock = clock;
    }

    /** What the table says of the case today. The record is written in the same transaction. */
    @Transactional
    public DecisionOutcome decide(String caseId, String decisionKey) {
        Map<String, Object> facts = caseFacts.of(caseId);
        DecisionOutcome outcome = tables.evaluate(decisionKey, facts);
        Map<String, Object> inputs = new LinkedHashMap<>();
        tables.inputPaths(decisionKey).forEach(path -> inputs.put(path, valueAt(facts, path)));
        records.record(caseId, outcome, inputs, clock.instant());
        return outcome;
    }

    private static Object valueAt(Map<String, Object> facts, String path) {
        Object value = facts;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
