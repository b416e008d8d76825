package fi.tyopolku.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The documents of coaching at work. What comes again and again starts from an empty sheet. */
@Component
class Sheets {

    private final DocumentStore documents;
    private final ObjectMapper json;

    Sheets(DocumentStore documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** The latest content, without it an empty one. */
    JsonNode content(String caseId, String kind) {
        return find(caseId, kind).orElseGet(json::createObjectNode);
    }

    /** The latest content, unless there is none or its sheet was cleared. */
    Optional<JsonNode> find(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::content).filter(content -> !content.isEmpty());
    }

    /** All sheets of a kind that were filled in since the latest one of another kind. */
    List<JsonNode> sinceLatest(String other, String caseId, String kind) {
        Instant since = documents.latest(caseId, other).map(Document::savedAt).orElse(Instant.EPOCH);
        return documents.versions(caseId, kind).stream().filter(sheet -> !sheet.savedAt().isBefore(since))
                .map(Document::content).toList();
    }

    /** What stood there before stays among the earlier versions. */
    void clear(String caseId, String... kinds) {
        for (String kind : kinds) {
            documents.latest(caseId, kind).filter(last -> !last.content().isEmpty())
                    .ifPresent(last -> documents.save(caseId, kind, json.createObjectNode(), last.version(), "system"));
        }
    }
}
