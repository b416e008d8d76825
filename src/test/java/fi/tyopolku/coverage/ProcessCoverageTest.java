package fi.tyopolku.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.tyopolku.coverage.ProcessCoverage.Passed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventType;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * After all other tests, in an execution of its own: every node and flow of every model ran in at least one of them.
 * The report with the pictures is target/process-test-coverage/report.html, the list of what is missing not-run.txt
 * beside it. Where only chosen tests run ({@code -Dtest=...,ProcessCoverageTest}) there is the report and no verdict.
 */
@Tag("coverage")
class ProcessCoverageTest {

    private static final Path REPORT = Path.of("target", "process-test-coverage");

    private record ProcessModel(String key, String versionTag, String xml, List<FlowElement> elements) {

        List<String> notRun(Collection<Set<Passed>> passed) {
            Set<String> ran = passed.stream().flatMap(Collection::stream).filter(each -> each.process().equals(key))
                    .filter(each -> each.type() != EventType.END).map(Passed::element).collect(Collectors.toSet());
            return elements.stream().filter(element -> !ran.contains(element.getId()))
                    .map(element -> key + ": " + described(element)).sorted().toList();
        }

        private static String described(FlowElement element) {
            String name = element.getName() == null ? "" : " \"" + element.getName().replaceAll("\\s+", " ") + "\"";
            return element instanceof SequenceFlow flow
                    ? flow.getId() + name + " (" + flow.getSource().getId() + " -> " + flow.getTarget().getId() + ")"
                    : element.getId() + name;
        }
    }

    @Test
    void everyNodeAndFlowOfEveryModelRan() throws IOException {
        List<ProcessModel> models = models();
        Map<String, Set<Passed>> passed = ProcessCoverage.byTestClass();
        List<String> notRun = models.stream().flatMap(model -> model.notRun(passed.values()).stream()).toList();
        writeReport(models, passed, notRun);

        assumeTrue(System.getProperty("test") == null && System.getProperty("tyopolku.test.run") != null,
                "Only some of the tests were asked for: the report is in " + REPORT);
        assertThat(notRun).as("elements of the models that no test has run; see %s", REPORT.resolve("report.html")).isEmpty();
    }

    private static void writeReport(List<ProcessModel> models, Map<String, Set<Passed>> passed, List<String> notRun) throws IOException {
        String result = CoverageStateJsonExporter.createCoverageStateResult(suites(passed),
                models.stream().map(model -> new Model(model.key(), model.elements().size(), model.versionTag(), model.xml()))
                        .toList());
        CoverageReportUtil.writeReport(result, true, REPORT.toFile(), "report.html", CoverageReportUtil::generateHtml);
        CoverageReportUtil.writeReport(result, false, REPORT.toFile(), "report.json", json -> json);
        int elements = models.stream().mapToInt(model -> model.elements().size()).sum();
        List<String> lines = new ArrayList<>(notRun);
        lines.add(0, String.format(Locale.ROOT, "%d of %d nodes and flows in %d models ran; not run:",
                elements - notRun.size(), elements, models.size()));
        Files.write(REPORT.resolve("not-run.txt"), lines);
    }

    private static List<Suite> suites(Map<String, Set<Passed>> passed) {
        return passed.entrySet().stream().map(tests -> {
            Run run = new Run(tests.getKey(), "all tests of the class");
            tests.getValue().forEach(each -> run.addEvent(
                    new Event(each.source(), each.type(), each.element(), "", each.process(), 0)));
            Suite suite = new Suite(tests.getKey(), tests.getKey());
            suite.addRun(run);
            return suite;
        }).toList();
    }

    private static List<ProcessModel> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.map(Path::toFile).filter(file -> file.getName().endsWith(".bpmn")).sorted()
                    .map(Bpmn::readModelFromFile).flatMap(ProcessCoverageTest::processesIn).toList();
        }
    }

    private static Stream<ProcessModel> processesIn(BpmnModelInstance bpmn) {
        return bpmn.getModelElementsByType(Process.class).stream().filter(Process::isExecutable)
                .map(process -> new ProcessModel(process.getId(), process.getCamundaVersionTag(), Bpmn.convertToString(bpmn),
                        bpmn.getModelElementsByType(FlowElement.class).stream()
                                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                                .filter(element -> isIn(process, element)).toList()));
    }

    private static boolean isIn(Process process, ModelElementInstance element) {
        return element != null && (element.equals(process) || isIn(process, element.getParentElement()));
    }
}
