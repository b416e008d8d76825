package fi.tyopolku.decisions.camunda;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionTables;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.springframework.stereotype.Component;

/** Asks the engine's decision service. */
@Component
class EngineDecisionTables implements DecisionTables {

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    /** By the id of the deployed definition, which never changes its content. */
    private final Map<String, Set<String>> inputPaths = new ConcurrentHashMap<>();

    EngineDecisionTables(DecisionService decisionService, RepositoryService repositoryService) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
    }

    @Override
    public DecisionOutcome evaluate(String decisionKey, Map<String, Object> facts) {
        DecisionDefinition definition = latest(decisionKey);
        return new DecisionOutcome(decisionKey, definition.getVersion(), definition.getVersionTag(),
                rows(definition, readable(facts)));
    }

    /** The cause is left out on purpose: the engine's messages may quote the facts, and a failed job keeps its trace. */
    private List<Map<String, Object>> rows(DecisionDefinition definition, Map<String, Object> facts) {
        DmnDecisionResult result;
        try {
            result = decisionService.evaluateDecisionById(definition.getId()).variables(facts).evaluate();
        } catch (RuntimeException e) {
            throw new IllegalStateException("Decision %s, version %d, cannot be evaluated: %s".formatted(
                    definition.getKey(), definition.getVersion(), e.getClass().getSimpleName()));
        }
        return result.getResultList();
    }

    @Override
    public Set<String> inputPaths(String decisionKey) {
        DecisionDefinition definition = latest(decisionKey);
        return inputPaths.computeIfAbsent(definition.getId(), id -> {
            Decision decision =
                    repositoryService.getDmnModelInstance(id).getModelElementById(definition.getKey());
            Set<String> paths = new LinkedHashSet<>();
            collectPaths(decision, paths);
            return Collections.unmodifiableSet(paths);
        });
    }

    private static void collectPaths(Decision decision, Set<String> paths) {
        Set<String> answersOfOtherTables = new LinkedHashSet<>();
        for (InformationRequirement requirement : decision.getInformationRequirements()) {
            Decision required = requirement.getRequiredDecision();
            if (required != null) {
                collectPaths(required, paths);
                ((DecisionTable) required.getExpression()).getOutputs().stream()
                        .map(Output::getName).forEach(answersOfOtherTables::add);
            }
        }
        for (Input input : ((DecisionTable) decision.getExpression()).getInputs()) {
            String expression = input.getInputExpression().getText().getTextContent().trim();
            if (!answersOfOtherTables.contains(expression)) {
                paths.add(expression);
            }
        }
    }

    private DecisionDefinition latest(String decisionKey) {
        DecisionDefinition definition = repositoryService.createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionKey).withoutTenantId().latestVersion().singleResult();
        if (definition == null) {
            throw new IllegalArgumentException("No decision table " + decisionKey + " is deployed");
        }
        return definition;
    }

    private static Map<String, Object> readable(Map<?, ?> facts) {
        Map<String, Object> result = new LinkedHashMap<>();
        facts.forEach((name, value) -> result.put((String) name, readable(value)));
        return result;
    }

    private static Object readable(Object value) {
        if (value instanceof Map<?, ?> map) {
            return readable(map);
        }
        if (value instanceof Collection<?> collection) {
            List<Object> list = new ArrayList<>();
            collection.forEach(element -> list.add(readable(element)));
            return list;
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : ISO_DATE.matcher(text).matches() ? dateOrText(text) : text;
        }
        return value;
    }

    private static Object dateOrText(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
