package fi.tyopolku.clients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What decision tables may know of a client, without a name or an address. */
@Component
public class ClientFacts {

    private final ClientRegister clients;
    private final Clock clock;

    ClientFacts(ClientRegister clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * {@code age} (full years today), {@code language} and {@code homeMunicipality} (may be null); empty for an unknown
     * case.
     */
    public Map<String, Object> of(String caseId) {
        Map<String, Object> facts = new HashMap<>();
        clients.client(caseId).ifPresent(client -> {
            facts.put("age", client.identityCode().ageOn(LocalDate.now(clock)));
            facts.put("language", client.language());
            facts.put("homeMunicipality", client.homeMunicipality());
        });
        return facts;
    }
}
