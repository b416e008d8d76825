package fi.tyopolku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.messages.BundledFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.junit.jupiter.api.Test;

/** The quick comparison of texts says what the engine's own FEEL says, on every cell of every table of ours. */
class QuickFeelTest {

    private static final List<Object> VALUES = Arrays.asList(null, "", "COMPANY", "SURVEY_REMINDER", "NO", "A\"B", 3, true);

    private final FeelEngine whole = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine quick = new QuickFeel(whole);

    @Test
    void everyCellThatListsTextsIsJudgedAlike() {
        List<String> cells = new ArrayList<>(cells());
        cells.addAll(List.of("\"A\",\"B\"", " \"A\" ,\n\"B\" ", "\"\"", "\"A, B\"", "not(\"A\")", "\"A\\\"B\"", "\"COMPANY\", null"));
        assertThat(cells).hasSizeGreaterThan(200);
        for (String cell : cells) {
            List<Object> values = new ArrayList<>(VALUES);
            Arrays.stream(cell.split("\"")).forEach(values::add);
            for (Object value : values) {
                VariableContext input = Variables.createVariables().putValue("cellInput", value).asVariableContext();
                assertThat(quick.evaluateSimpleUnaryTests(cell, "cellInput", input)).as("%s of %s", cell, value)
                        .isEqualTo(whole.evaluateSimpleUnaryTests(cell, "cellInput", input));
            }
        }
    }

    private static List<String> cells() {
        return BundledFile.matching("bpmn/*/*.dmn").stream().map(BundledFile::open).map(Dmn::readModelFromStream)
                .flatMap(model -> model.getModelElementsByType(InputEntry.class).stream())
                .map(InputEntry::getTextContent).map(String::strip).filter(cell -> cell.startsWith("\"")).distinct().toList();
    }
}
