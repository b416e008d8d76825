package fi.tyopolku.worktrial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.util.List;
import java.util.Optional;
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

    private final DocumentStore documents;
    private final ObjectMapper json;

    TrialAgreements(DocumentStore documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** The terms of the agreement as drawn up last. Signatures of earlier terms do not count for these. */
    public TrialTerms takeTerms(String caseId) {
        Document agreement = agreement(caseId);
        ObjectNode unsigned = agreement.content().deepCopy();
        if (unsigned.remove(SIGNATURES).size() < agreement.content().size()) {
            documents.save(caseId, AGREEMENT, unsigned, agreement.version(), SYSTEM);
        }
        OF_ONE_PERIOD.forEach(kind -> clear(caseId, kind));
        return TrialTerms.of(unsigned);
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
