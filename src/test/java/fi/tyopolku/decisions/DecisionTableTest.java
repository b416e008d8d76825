package fi.tyopolku.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import fi.tyopolku.messages.Texts;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What every decision table must pass: its scenarios, each of its rows, and the rule that a missing fact is neither a
 * refusal nor a pass.
 */
@DecisionTest
abstract class DecisionTableTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    DecisionTables tables;
    @Autowired
    private RepositoryService repositoryService;
    @Autowired
    private FiredRules firedRules;

    private final List<Scenario> scenarios = new ArrayList<>();

    /** @param codes all codes of the answer, in any order */
    record Scenario(String name, FactsForTests facts, List<String> codes) {
    }

    abstract String decisionKey();

    /** Facts under which nothing is missing. */
    abstract FactsForTests complete();

    abstract void scenarios();

    /** Paths whose null says something by itself: not missing. */
    Set<String> nullIsAnAnswer() {
        return Set.of();
    }

    final void when(String name, FactsForTests facts, String... codes) {
        scenarios.add(new Scenario(name, facts, List.of(codes)));
    }

    /** A complete case in which one or more facts are different. */
    final FactsForTests but(Object... pathsAndValues) {
        FactsForTests facts = complete();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            facts.with((String) pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return facts;
    }

    @TestFactory
    Stream<DynamicTest> answers() {
        return all().map(scenario -> DynamicTest.dynamicTest(scenario.name(), () ->
                assertThat(codes(scenario.facts()))
                        .containsExactlyInAnyOrderElementsOf(scenario.codes())));
    }

    @Test
    void everyRowIsRunByAScenario() {
        firedRules.ids().clear();
        all().forEach(scenario -> codes(scenario.facts()));

        Set<String> rules = new LinkedHashSet<>();
        model().getModelElementsByType(Rule.class).forEach(rule -> rules.add(rule.getId()));
        rules.removeAll(firedRules.ids());
        assertThat(rules).as("rows that no scenario runs").isEmpty();
    }

    /**
     * Each fact that a scenario sets is taken away again. What is then still said must hold whatever the fact would be,
     * and where the fact could have brought another code, a person must be asked.
     */
    @Test
    void aMissingFactIsNeitherARefusalNorAPass() {
        Map<String, Set<Object>> values = valuesByPath();
        Map<FactsForTests, List<String>> known = new LinkedHashMap<>();
        all().forEach(scenario -> scenario.facts().paths().stream()
                .filter(path -> !path.equals("today") && !nullIsAnAnswer().contains(path))
                .filter(path -> !complete().has(path, scenario.facts().valueOf(path)) || isFirst(scenario))
                .forEach(path -> {
                    Set<String> always = null;
                    Set<String> sometimes = new HashSet<>();
                    for (Object value : values.get(path)) {
                        List<String> codes = known.computeIfAbsent(scenario.facts().copy().with(path, value), this::codes);
                        always = always == null ? new HashSet<>(codes) : always;
                        always.retainAll(codes);
                        sometimes.addAll(codes);
                    }
                    List<String> without = codes(scenario.facts().copy().without(path));
                    Set<String> certain = new HashSet<>(without);
                    certain.remove(DecisionOutcome.CHECK_BY_HAND);
                    String where = scenario.name() + ", without " + path;
                    assertThat(always).as(where).containsAll(certain);
                    if (!certain.containsAll(sometimes)) {
                        assertThat(without).as(where).contains(DecisionOutcome.CHECK_BY_HAND);
                    }
                }));
    }

    @Test
    void withNoFactAtAllAPersonIsAskedAndNothingIsRefused() {
        assertThat(codes(FactsForTests.facts().with("today", TODAY))).containsOnly(DecisionOutcome.CHECK_BY_HAND);
    }

    @Test
    void everyCodeHasAWordInEachLanguage() {
        Set<String> codes = new LinkedHashSet<>();
        model().getModelElementsByType(org.camunda.bpm.model.dmn.instance.Decision.class).stream()
                .filter(decision -> decision.getId().equals(decisionKey()))
                .flatMap(decision -> decision.getChildElementsByType(
                        org.camunda.bpm.model.dmn.instance.DecisionTable.class).stream())
                .flatMap(table -> table.getRules().stream())
                .map(rule -> rule.getOutputEntries().iterator().next())
                .map(OutputEntry::getTextContent)
                .forEach(text -> codes.add(text.trim().replace("\"", "")));
        for (String language : Texts.LANGUAGES) {
            assertThat(codes).allSatisfy(code -> {
                String key = DecisionTexts.keyOf(decisionKey(), code);
                assertThat(Texts.in(Locale.forLanguageTag(language), key)).as(language + " " + key).isNotEqualTo(key);
            });
        }
    }

    final List<String> codes(FactsForTests facts) {
        return tables.evaluate(decisionKey(), facts.map()).codes();
    }

    private boolean isFirst(Scenario scenario) {
        return scenario == scenarios.get(0);
    }

    private Stream<Scenario> all() {
        if (scenarios.isEmpty()) {
            scenarios();
        }
        return scenarios.stream();
    }

    private Map<String, Set<Object>> valuesByPath() {
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        all().forEach(scenario -> scenario.facts().paths().forEach(path -> {
            Object value = scenario.facts().valueOf(path);
            if (value != null) {
                values.computeIfAbsent(path, unused -> new LinkedHashSet<>()).add(value);
            }
        }));
        values.values().stream().filter(set -> set.contains(true)).forEach(set -> set.add(false));
        values.values().stream().filter(set -> set.contains(false)).forEach(set -> set.add(true));
        return values;
    }

    private org.camunda.bpm.model.dmn.DmnModelInstance model() {
        String id = repositoryService.createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionKey()).latestVersion().singleResult().getId();
        return repositoryService.getDmnModelInstance(id);
    }
}
