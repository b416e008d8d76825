package fi.tyopolku.decisions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** What the documents of a case would say, given by the test. */
@TestComponent
public class KnownFacts implements FactSource {

    private final Map<String, Map<String, Object>> byCase = new ConcurrentHashMap<>();

    public void of(String caseId, Map<String, Object> facts) {
        byCase.put(caseId, facts);
    }

    @Override
    public Map<String, Object> factsOf(String caseId) {
        return byCase.getOrDefault(caseId, Map.of());
    }
}
