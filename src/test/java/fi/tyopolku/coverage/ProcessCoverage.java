package fi.tyopolku.coverage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.community.process_test_coverage.core.model.EventSource;
import org.camunda.community.process_test_coverage.core.model.EventType;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Writes down which elements of our models run, in every engine of this JVM, and in which test class: into a folder of
 * this build, because the tests run in several JVMs.
 *
 * <p>The listeners of camunda-process-test-coverage are not used, only its report: they keep one engine per test class
 * and one thread, and look definitions up with the rights of whoever is acting, which our engine refuses.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ProcessCoverage implements BeforeAllCallback, AfterAllCallback {

    private static final Path FOLDER = Path.of("target", "process-test-coverage", "passed",
            System.getProperty("tyopolku.test.run", "single").replaceAll("[^0-9A-Za-z]", "-"));
    private static final String JVM = "." + ProcessHandle.current().pid() + ".tsv";
    private static final Map<String, Set<Passed>> PASSED = new ConcurrentHashMap<>();
    private static volatile String testClass = "start-up";

    /** An event of an element of the process with that key. */
    record Passed(String process, String element, EventSource source, EventType type) {

        String line() {
            return String.join("\t", process, element, source.name(), type.name());
        }

        static Passed of(String line) {
            String[] columns = line.split("\t");
            return new Passed(columns[0], columns[1], EventSource.valueOf(columns[2]), EventType.valueOf(columns[3]));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        testClass = context.getRequiredTestClass().getName();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, Set<Passed>> tests : PASSED.entrySet()) {
            Files.write(FOLDER.resolve(tests.getKey() + JVM), tests.getValue().stream().map(Passed::line).toList());
        }
    }

    @Bean
    ProcessEnginePlugin coveragePlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<BpmnParseListener> present = configuration.getCustomPostBPMNParseListeners();
                List<BpmnParseListener> all = new ArrayList<>(present == null ? List.of() : present);
                all.add(new Listeners());
                configuration.setCustomPostBPMNParseListeners(all);
            }
        };
    }

    /** What the tests of this build have run so far, in all JVMs. */
    static Map<String, Set<Passed>> byTestClass() throws IOException {
        Map<String, Set<Passed>> passed = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER)) {
                for (Path file : files) {
                    String tests = file.getFileName().toString().replaceFirst("\\.\\d+\\.tsv$", "");
                    Set<Passed> ofTests = passed.computeIfAbsent(tests, name -> new HashSet<>());
                    Files.readAllLines(file).forEach(line -> ofTests.add(Passed.of(line)));
                }
            }
        }
        return passed;
    }

    private static void record(DelegateExecution execution, String element, EventSource source, EventType type) {
        ProcessDefinitionEntity definition = ((ExecutionEntity) execution).getProcessDefinition();
        // Tests deploy little models of their own too, some under the name of a real one.
        if (definition.getResourceName().startsWith("bpmn/")) {
            PASSED.computeIfAbsent(testClass, name -> ConcurrentHashMap.newKeySet())
                    .add(new Passed(definition.getKey(), element, source, type));
        }
    }

    /** Adds its listeners when a whole process is parsed, to all that is in it. */
    private static final class Listeners extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity definition) {
            listenIn(definition);
            listenAfterEventGateways(element, definition);
        }

        private void listenIn(ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                record(activity, ExecutionListener.EVENTNAME_START, EventType.START);
                record(activity, ExecutionListener.EVENTNAME_END, EventType.END);
                for (PvmTransition flow : activity.getOutgoingTransitions()) {
                    ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, taken(flow.getId()));
                }
                listenIn(activity);
            }
        }

        /** The engine has no such flows: it starts the event that comes first, and with it the flow counts as taken. */
        private void listenAfterEventGateways(Element parent, ProcessDefinitionEntity definition) {
            for (Element element : parent.elements()) {
                if (element.getTagName().equals("sequenceFlow") && definition.findActivity(element.attribute("sourceRef"))
                        .getActivityBehavior() instanceof EventBasedGatewayActivityBehavior) {
                    definition.findActivity(element.attribute("targetRef"))
                            .addListener(ExecutionListener.EVENTNAME_START, taken(element.attribute("id")));
                }
                listenAfterEventGateways(element, definition);
            }
        }

        private static void record(ActivityImpl activity, String moment, EventType type) {
            activity.addListener(moment, (ExecutionListener) execution ->
                    ProcessCoverage.record(execution, activity.getId(), EventSource.FLOW_NODE, type));
        }

        private static ExecutionListener taken(String flow) {
            return execution -> ProcessCoverage.record(execution, flow, EventSource.SEQUENCE_FLOW, EventType.TAKE);
        }
    }
}
