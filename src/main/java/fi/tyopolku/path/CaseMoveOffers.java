package fi.tyopolku.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.RightsFile;
import fi.tyopolku.clients.CaseMove;
import fi.tyopolku.clients.CaseMoves;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a report of a move must hold, and the offer to the other municipality that comes of it. */
@Component
@Transactional
public class CaseMoveOffers {

    private static final String REPORT = "change";
    private static final String ANSWER = "moveAnswer";
    private static final String SYSTEM = "system";

    private final CaseMoves moves;
    private final DocumentStore documents;
    private final RightsFile rights;
    private final ObjectMapper json;

    CaseMoveOffers(CaseMoves moves, DocumentStore documents, RightsFile rights, ObjectMapper json) {
        this.moves = moves;
        this.documents = documents;
        this.rights = rights;
        this.json = json;
    }

    /**
     * Offers the client to the municipality that the report names. An answer to an earlier offer is laid aside, so that
     * the other municipality sees an empty form.
     */
    public CaseMove offer(String caseId) {
        JsonNode report = documents.latest(caseId, REPORT).map(Document::content).orElseThrow();
        documents.latest(caseId, ANSWER).filter(last -> !last.content().isEmpty()).ifPresent(last ->
                documents.save(caseId, ANSWER, json.createObjectNode(), last.version(), SYSTEM));
        return moves.offer(caseId, municipality(report.path("toMunicipality").asText()),
                LocalDate.parse(report.path("movesOn").asText()));
    }

    /** @throws Refusal when the report names no other municipality that uses Työpolku, or the client does not agree */
    void check(JsonNode report, ClientCase found) {
        String to = municipality(report.path("toMunicipality").asText());
        if (to.equals(found.municipality())) {
            throw new Refusal("stages.change.sameMunicipality");
        }
        if (!"YES".equals(report.path("handOverConsent").asText())) {
            throw new Refusal("stages.change.noConsentToHandOver");
        }
        if (moves.pending(found.caseId()).isPresent()) {
            throw new Refusal("clients.move.alreadyOffered");
        }
    }

    private String municipality(String nameOrId) {
        String wanted = nameOrId.strip();
        return rights.municipalities().entrySet().stream()
                .filter(known -> known.getKey().equalsIgnoreCase(wanted) || known.getValue().equalsIgnoreCase(wanted))
                .map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> new Refusal("stages.change.unknownMunicipality",
                        rights.municipalities().values().stream().sorted().collect(Collectors.joining(", "))));
    }
}
