package fi.tyopolku.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what the modules know of a case into the facts that decision tables read, and adds {@code today}. */
@Component
public class CaseFacts {

    private final List<FactSource> sources;
    private final Clock clock;

    CaseFacts(List<FactSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** @throws IllegalStateException when two sources claim the same fact */
    public Map<String, Object> of(String caseId) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("today", LocalDate.now(clock));
        sources.forEach(source -> merge(facts, source.factsOf(caseId), ""));
        return facts;
    }

    private static void merge(Map<String, Object> into, Map<String, Object> facts, String path) {
        facts.forEach((name, value) -> {
            Object known = into.get(name);
            if (known instanceof Map<?, ?> left && value instanceof Map<?, ?> right) {
                Map<String, Object> both = new LinkedHashMap<>(asFacts(left));
                merge(both, asFacts(right), path + name + ".");
                into.put(name, both);
            } else if (known != null) {
                throw new IllegalStateException("Two sources give the fact " + path + name);
            } else {
                into.put(name, value);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asFacts(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
