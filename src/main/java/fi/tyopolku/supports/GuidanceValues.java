package fi.tyopolku.supports;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of social guidance and of the mapping of resources show. */
@Component
class GuidanceValues implements ShownValues {

    private static final Set<String> EMPTY_AT_FIRST = Set.of(Guidance.START, Guidance.MEETING, "benefitCheck",
            "guidanceReferral", "guidanceClosing", "guidanceSummary", ResourceMappings.DOCUMENT, "pathProposal");
    private static final Set<String> COMPUTED = Set.of("guidanceAbout", "doneTogether", "openActions", "openActionChoices",
            "benefitLinks", "resourceChanges", "visitorContact");

    private final Guidance guidance;
    private final SupportActions actions;
    private final ResourceMappings mappings;
    private final BenefitLinks links;

    GuidanceValues(Guidance guidance, SupportActions actions, ResourceMappings mappings, BenefitLinks links) {
        this.guidance = guidance;
        this.actions = actions;
        this.mappings = mappings;
        this.links = links;
    }

    @Override
    public Set<String> names() {
        return Stream.concat(EMPTY_AT_FIRST.stream(), COMPUTED.stream()).collect(Collectors.toSet());
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (form.caseId() == null) {
            return null;
        }
        String caseId = form.caseId();
        return switch (name) {
            case "guidanceAbout" -> about(form);
            case "doneTogether" -> together(caseId);
            case "openActions" -> actions.open(caseId).stream().map(GuidanceValues::row).toList();
            case "openActionChoices" -> actions.open(caseId).stream().map(GuidanceValues::choice).toList();
            case "benefitLinks" -> links.rows();
            case "resourceChanges" -> mappings.changes(caseId);
            case "visitorContact" -> contact(caseId);
            // Each meeting, check and closing begins empty, whatever was written at an earlier one.
            default -> Map.of();
        };
    }

    private String about(OpenForm form) {
        Object reasons = form.variables().get("supportReasons");
        if (reasons != null) {
            String needs = Arrays.stream(reasons.toString().split(",")).filter(code -> !code.isBlank())
                    .map(code -> DecisionTexts.of("supportNeeds", code, LocaleContextHolder.getLocale()))
                    .collect(Collectors.joining(", "));
            return SupportTexts.of("aboutClient", needs);
        }
        JsonNode topics = guidance.content(form.caseId(), Guidance.VISIT).path("topics");
        return SupportTexts.of("aboutVisitor", StreamSupport.stream(topics.spliterator(), false)
                .map(topic -> SupportTexts.of("topic." + topic.asText())).collect(Collectors.joining(", ")));
    }

    private String together(String caseId) {
        return guidance.studentWorker(caseId).map(student -> SupportTexts.of("doneTogether", student))
                .orElseGet(() -> SupportTexts.of("doneWithAdvisor"));
    }

    private String contact(String caseId) {
        JsonNode visit = guidance.content(caseId, Guidance.VISIT);
        return visit.path("wishesContact").asBoolean() ? SupportTexts.of("visitorContact", visit.path("contact").asText())
                : SupportTexts.of("visitorComesBack");
    }

    private static Map<String, String> row(SupportAction action) {
        return Map.of("action", SupportTexts.of("action." + action.action()), "dueOn", SupportTexts.day(action.dueOn()),
                "who", SupportTexts.of("doer." + action.doer()));
    }

    private static Map<String, String> choice(SupportAction action) {
        return Map.of("value", String.valueOf(action.id()),
                "label", SupportTexts.of("actionChoice", SupportTexts.of("action." + action.action()),
                        SupportTexts.of("doer." + action.doer()), SupportTexts.day(action.dueOn())));
    }
}
