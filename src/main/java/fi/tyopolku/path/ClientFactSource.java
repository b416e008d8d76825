package fi.tyopolku.path;

import fi.tyopolku.clients.ClientFacts;
import fi.tyopolku.decisions.FactSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What decision tables may know of the client. */
@Component
class ClientFactSource implements FactSource {

    private final ClientFacts facts;

    ClientFactSource(ClientFacts facts) {
        this.facts = facts;
    }

    @Override
    public Map<String, Object> factsOf(String caseId) {
        Map<String, Object> client = facts.of(caseId);
        return client.isEmpty() ? Map.of() : Map.of("client", client);
    }
}
