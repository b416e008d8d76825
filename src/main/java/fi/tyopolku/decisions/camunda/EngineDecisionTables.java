package fi.tyopolku.decisions.camunda;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.engine.access.ActingPerson;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.springframework.stereotype.Component;

/**
 * Asks the engine's decision service, as the system: a table decides for a case, also while a form is shown to somebody
 * who may not look at tables.
 */
@Component
class EngineDecisionTables implements DecisionTables {

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final ActingPerson acting;
    /** By the id of the deployed definition, which never changes its content. */
    private final Map<String, Map<String, String>> typesByPath = new ConcurrentHashMap<>();

    EngineDecisionTables(DecisionService decisionService, RepositoryService repositoryService, ActingPerson acting) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.acting = acting;
    }

    @Override
    public DecisionOutcome evaluate(String decisionKey, Map<String, Object> facts) {
        return acting.asSystem(() -> outcome(decisionKey, facts));
    }

    private DecisionOutcome outcome(String decisionKey, Map<String, Object> facts) {
        DecisionDefinition definition = latest(decisionKey);
        List<Map<String, Object>> rows = decisionService.evaluateDecisionById(definition.getId())
                .variables(readable(facts, typesByPath(definition)))
                .evaluate()
                .getResultList();
        return new DecisionOutcome(decisionKey, definition.getVersion(), definition.getVersionTag(), rows);
    }

    @Override
    public Set<String> inputPaths(String decisionKey) {
        return acting.asSystem(() -> Collections.unmodifiableSet(typesByPath(latest(decisionKey)).keySet()));
    }

    @Override
    public int version(String decisionKey) {
        return acting.asSystem(() -> latest(decisionKey).getVersion());
    }

    private Map<String, String> typesByPath(DecisionDefinition definition) {
        return typesByPath.computeIfAbsent(definition.getId(), id -> {
            Map<String, String> types = new LinkedHashMap<>();
            collectInputs(repositoryService.getDmnModelInstance(id).getModelElementById(definition.getKey()), types);
            return types;
        });
    }

    private static void collectInputs(Decision decision, Map<String, String> types) {
        Set<String> answersOfOtherTables = new LinkedHashSet<>();
        for (InformationRequirement requirement : decision.getInformationRequirements()) {
            Decision required = requirement.getRequiredDecision();
            if (required != null) {
                collectInputs(required, types);
                ((DecisionTable) required.getExpression()).getOutputs().stream()
                        .map(Output::getName).forEach(answersOfOtherTables::add);
            }
        }
        for (Input input : ((DecisionTable) decision.getExpression()).getInputs()) {
            String path = input.getInputExpression().getText().getTextContent().trim();
            if (!answersOfOtherTables.contains(path)) {
                types.put(path, input.getInputExpression().getTypeRef());
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

    /** Only what the table reads, each fact of the kind its column asks for, everything else null. */
    private static Map<String, Object> readable(Map<String, Object> facts, Map<String, String> typesByPath) {
        Map<String, Object> result = new LinkedHashMap<>();
        typesByPath.forEach((path, type) -> put(result, path, ofType(type, valueAt(facts, path))));
        return result;
    }

    private static Object valueAt(Map<String, Object> facts, String path) {
        Object value = facts;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> facts, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            facts.put(path, value);
        } else {
            put((Map<String, Object>) facts.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>()),
                    path.substring(dot + 1), value);
        }
    }

    /**
     * A value of another kind counts as missing: the engine would refuse it with a message that quotes it, and that
     * message would end in the log and in the job's stack trace. A column without a type holds dates or a list: the
     * engine's own type "date" does not take a FEEL date.
     */
    private static Object ofType(String type, Object value) {
        if (type == null) {
            return value instanceof String text ? date(text)
                    : value instanceof LocalDate || value instanceof Collection<?> ? value : null;
        }
        return switch (type) {
            case "boolean" -> value instanceof Boolean ? value : null;
            case "string" -> value instanceof String text && !text.isBlank() ? text : null;
            default -> value instanceof Number ? value : null;
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
