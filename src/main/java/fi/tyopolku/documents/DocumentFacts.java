package fi.tyopolku.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.decisions.FactSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets decision tables read the latest version of each document, by its kind. */
@Component
class DocumentFacts implements FactSource {

    private final DocumentStore documents;
    private final ObjectMapper json;

    DocumentFacts(DocumentStore documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @Override
    public Map<String, Object> factsOf(String caseId) {
        Map<String, Object> facts = new HashMap<>();
        documents.latestOf(caseId).forEach(
                document -> facts.put(document.kind(), json.convertValue(document.content(), Map.class)));
        return facts;
    }
}
