package fi.tyopolku.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a modeller must keep to in bpmn/rules, read from the files alone. */
class RuleFilesTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn", "rules"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFileHoldsTheDecisionItIsNamedAfter(Path file) {
        assertThat(read(file).getModelElementsByType(Decision.class))
                .extracting(Decision::getId).contains(camelCase(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDecisionHasADescriptionAVersionATimeToLiveAndAShape(Path file) throws IOException {
        String xml = Files.readString(file);
        assertThat(read(file).getModelElementsByType(Decision.class)).allSatisfy(decision -> {
            assertThat(decision.getName()).isNotBlank();
            assertThat(decision.getDescription().getTextContent()).isNotBlank();
            assertThat(decision.getVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1460D");
            assertThat(xml).contains("dmnElementRef=\"" + decision.getId() + "\"");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRuleSaysOnWhatItRests(Path file) {
        assertThat(read(file).getModelElementsByType(Rule.class))
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).isNotBlank());
        DecisionTable table = (DecisionTable) ((Decision) read(file).getModelElementById(camelCase(file))).getExpression();
        assertThat(table.getOutputs()).extracting(Output::getName).contains("code", "basis");
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        assertThat(table.getRules()).allSatisfy(rule -> {
            List<String> values = rule.getOutputEntries().stream().map(entry -> entry.getTextContent().trim()).toList();
            assertThat(values.get(outputs.indexOf("code"))).matches("\"[A-Z0-9_]+\"");
            assertThat(values.get(outputs.indexOf("basis"))).matches("\".+\"");
        });
    }

    /** The record of a decision keeps the facts by path, so an input expression is a path and nothing more. */
    @ParameterizedTest
    @MethodSource("files")
    void everyInputExpressionIsAPath(Path file) {
        assertThat(read(file).getModelElementsByType(InputExpression.class))
                .allSatisfy(input -> assertThat(input.getText().getTextContent())
                        .matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*"));
    }

    /** The engine's FEEL takes "true, null" and "not(true)" for a test that holds, whatever the input: write not(false). */
    @ParameterizedTest
    @MethodSource("files")
    void noCellListsTrueBesideSomethingElse(Path file) {
        Set<String> cells = read(file).getModelElementsByType(InputEntry.class).stream()
                .map(entry -> entry.getText().getTextContent().trim()).collect(Collectors.toSet());
        assertThat(cells).noneMatch(cell -> !cell.equals("true") && cell.matches(".*\\btrue\\b.*"));
    }

    private static DmnModelInstance read(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    private static String camelCase(Path file) {
        String[] words = file.getFileName().toString().replace(".dmn", "").split("-");
        return Stream.of(words).skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }
}
