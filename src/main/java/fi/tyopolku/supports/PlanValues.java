package fi.tyopolku.supports;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the path plan shows of the supports: what the client has agreed to share and nothing else. A topic such as debt or
 * health is never among it.
 */
@Component
class PlanValues implements ShownValues {

    private static final String COACH = "coach";
    private static final Map<String, String> SUMMARIES = Map.of("guidanceSummary", "SOCIAL_GUIDANCE",
            "integrationSummary", "INTEGRATION_SUPPORT");

    private final SupportActions actions;
    private final DocumentStore documents;

    PlanValues(SupportActions actions, DocumentStore documents) {
        this.actions = actions;
        this.documents = documents;
    }

    @Override
    public Set<String> names() {
        return Set.of("supportActions", "supportSummaries");
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (form.caseId() == null || !form.groups().contains(COACH)) {
            return List.of();
        }
        return name.equals("supportActions")
                ? actions.sharedWithPlan(form.caseId()).stream().map(PlanValues::row).toList()
                : summaries(form.caseId());
    }

    private static Map<String, String> row(SupportAction action) {
        return Map.of("service", SupportTexts.of("service." + action.service()),
                "action", SupportTexts.of("action." + action.action()), "who", SupportTexts.of("doer." + action.doer()),
                "dueOn", SupportTexts.day(action.dueOn()), "state", SupportTexts.of("state." + action.state()));
    }

    private List<Map<String, String>> summaries(String caseId) {
        return SUMMARIES.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .flatMap(summary -> documents.latest(caseId, summary.getKey()).map(Document::content)
                        .filter(content -> content.path("clientAgreesToSummary").asBoolean()).stream()
                        .flatMap(content -> row(summary.getValue(), content)))
                .toList();
    }

    private static Stream<Map<String, String>> row(String service, JsonNode content) {
        return content.path("summary").isTextual() ? Stream.of(Map.of("service", SupportTexts.of("service." + service),
                "summary", content.path("summary").asText())) : Stream.empty();
    }
}
