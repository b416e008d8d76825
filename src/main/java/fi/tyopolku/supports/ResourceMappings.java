package fi.tyopolku.supports;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How the resources of a client have changed from the first mapping to the last: every mapping is a version of the
 * document {@code resourceMapping}.
 */
@Component
class ResourceMappings {

    static final String DOCUMENT = "resourceMapping";
    private static final List<String> DIMENSIONS =
            List.of("physical", "mental", "social", "socialParticipation", "studyAttitude");

    private final DocumentStore documents;

    ResourceMappings(DocumentStore documents) {
        this.documents = documents;
    }

    private record Answer(int value, LocalDate on) {
    }

    /** A row for each dimension that was answered at all. */
    List<Map<String, String>> changes(String caseId) {
        List<JsonNode> mappings = documents.versions(caseId, DOCUMENT).stream().map(Document::content).toList();
        return DIMENSIONS.stream().map(dimension -> row(dimension, answers(mappings, dimension)))
                .filter(row -> !row.isEmpty()).toList();
    }

    private static List<Answer> answers(List<JsonNode> mappings, String dimension) {
        return mappings.stream().filter(mapping -> mapping.path(dimension).isNumber())
                .map(mapping -> new Answer(mapping.path(dimension).asInt(), LocalDate.parse(mapping.path("mappedOn").asText())))
                .toList();
    }

    private static Map<String, String> row(String dimension, List<Answer> answers) {
        if (answers.isEmpty()) {
            return Map.of();
        }
        Answer first = answers.get(0);
        Answer last = answers.get(answers.size() - 1);
        String dates = answers.size() == 1 ? SupportTexts.day(first.on())
                : SupportTexts.day(first.on()) + " – " + SupportTexts.day(last.on());
        return Map.of("dimension", SupportTexts.of("resource." + dimension), "first", String.valueOf(first.value()),
                "last", String.valueOf(last.value()), "dates", dates,
                "change", answers.size() == 1 ? "" : "%+d".formatted(last.value() - first.value()));
    }
}
