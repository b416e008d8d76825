package fi.tyopolku.supports;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What integration support (Masto) needs of the registers: tutors by the client's first language. */
@Service
public class Integration {

    static final String PLAN = "integrationPlan";
    static final String FOLLOW_UP = "integrationFollowUp";
    static final String TUTOR = "tutorEntry";

    private final DocumentStore documents;
    private final Tutors tutors;

    Integration(DocumentStore documents, Tutors tutors) {
        this.documents = documents;
        this.tutors = tutors;
    }

    /** Tutors who speak the client's first language: of the own municipality, or of the others. */
    public List<Tutor> tutorsFor(String caseId, String municipality, boolean askNeighbours) {
        Optional<String> language = documents.latest(caseId, PLAN).map(Document::content)
                .map(plan -> plan.path("motherTongue").asText());
        return language.map(code -> askNeighbours ? tutors.matchingElsewhere(code, municipality)
                : tutors.matching(code, municipality)).orElse(List.of());
    }

    /** Writes the tutor's entry as the latest form describes it. */
    @Transactional
    public void keepTutor(String tutorId, String municipality) {
        JsonNode entry = documents.latest(tutorId, TUTOR).orElseThrow().content();
        Set<String> languages = new TreeSet<>();
        entry.path("languages").forEach(language -> languages.add(language.asText()));
        tutors.keep(new NewTutor(tutorId, municipality, Tutor.Kind.valueOf(entry.path("kind").asText()),
                entry.path("name").asText(), entry.path("email").asText(), entry.path("language").asText(), languages,
                text(entry, "occupation"), text(entry, "availability"), entry.path("places").asInt()));
    }

    @Transactional
    public void retireTutor(String tutorId) {
        tutors.retire(tutorId);
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).isTextual() ? entry.path(field).asText() : null;
    }
}
