package fi.tyopolku.worktrial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreements on periods at workplaces, as the documents of the case hold them. */
@Service
@Transactional
public class TrialAgreements {

    static final String AGREEMENT = "workTrialAgreement";
    private static final String SYSTEM = "system";
    private static final List<String> SIGNATURES =
            List.of("signedByClientOn", "signedByHostOn", "signedByAuthorityOn", "childrenExtractShown");
    private static final List<String> OF_ONE_PERIOD = List.of("trialCancellation", "trialEnding", "trialNotAgreed");

    private static final String ENDING = "trialEnding";
    private static final String PERIOD_OVER = "periodOver";

    private final DocumentStore documents;
    private final ClientServices services;
    private final CaseRegister cases;
    private final ObjectMapper json;

    TrialAgreements(DocumentStore documents, ClientServices services, CaseRegister cases, ObjectMapper json) {
        this.documents = documents;
        this.services = services;
        this.cases = cases;
        this.json = json;
    }

    /**
     * The terms of the agreement as drawn up last. Signatures of earlier terms do not count for these.
     *
     * @throws fi.tyopolku.messages.Refusal when the period overlaps with another service of the client
     */
    public TrialTerms takeTerms(String caseId) {
        Document agreement = agreement(caseId);
        ObjectNode unsigned = agreement.content().deepCopy();
        if (unsigned.remove(SIGNATURES).size() < agreement.content().size()) {
            documents.save(caseId, AGREEMENT, unsigned, agreement.version(), SYSTEM);
        }
        OF_ONE_PERIOD.forEach(kind -> clear(caseId, kind));
        TrialTerms terms = TrialTerms.of(unsigned);
        String municipality = cases.find(caseId).map(ClientCase::municipality).orElse("");
        services.refuseOverlap(new NewClientService(caseId, municipality, TrialAsService.SERVICE, null, terms.start(),
                terms.end(), terms.weekdays()));
        return terms;
    }

    /** The period at the workplace is over, in whatever way: from now on it stands in the way of no other service. */
    public void periodIsOver(String caseId) {
        Optional<Document> ending = documents.latest(caseId, ENDING);
        ObjectNode over = ending.map(last -> (ObjectNode) last.content().deepCopy()).orElseGet(json::createObjectNode);
        documents.save(caseId, ENDING, over.put(PERIOD_OVER, true), ending.map(Document::version).orElse(0), SYSTEM);
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        if (running(interrupted.caseId()).isPresent()) {
            periodIsOver(interrupted.caseId());
        }
    }

    /** The terms of a period that is agreed on by everybody and not over. */
    @Transactional(readOnly = true)
    Optional<TrialTerms> running(String caseId) {
        boolean isOver = documents.latest(caseId, ENDING).filter(end -> end.content().path(PERIOD_OVER).asBoolean())
                .isPresent() || documents.latest(caseId, "trialCancellation").filter(off -> !off.content().isEmpty())
                .isPresent();
        return content(caseId).filter(agreement -> !isOver && agreement.hasNonNull("signedByAuthorityOn")
                        && agreement.hasNonNull("legalForm"))
                .map(TrialTerms::of);
    }

    /** A fresh sheet: what stood there before stays among the earlier versions. */
    public void clear(String caseId, String kind) {
        documents.latest(caseId, kind).filter(last -> !last.content().isEmpty())
                .ifPresent(last -> documents.save(caseId, kind, json.createObjectNode(), last.version(), SYSTEM));
    }

    TrialTerms terms(String caseId) {
        return TrialTerms.of(agreement(caseId).content());
    }

    /** Whether the extract from the criminal record must be shown, 504/2002 3 §: only that it was is recorded, 7 §. */
    boolean extractNeeded(String caseId) {
        JsonNode agreement = agreement(caseId).content();
        return agreement.path("workWithChildren").asBoolean() && TrialTerms.of(agreement).longerThanThreeMonths();
    }

    Optional<JsonNode> content(String caseId) {
        return documents.latest(caseId, AGREEMENT).map(Document::content);
    }

    private Document agreement(String caseId) {
        return documents.latest(caseId, AGREEMENT)
                .orElseThrow(() -> new IllegalStateException("The case has no agreement on a period at a workplace"));
    }
}
