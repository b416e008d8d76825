package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.testing.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an expression can reach, should one ever get past the door. */
@DatabaseTest
class ModelExpressionsTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w'])([a-zA-Z_]\\w*)");

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private TaskService taskService;
    @Autowired
    private ApplicationContext context;

    @Test
    void everyBeanThatAModelNamesIsVisible() throws IOException {
        Map<Object, Object> visible =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getBeans();
        Set<String> named = new TreeSet<>();
        for (String model : models()) {
            for (Matcher expression = EXPRESSION.matcher(model); expression.find();) {
                for (Matcher name = NAME.matcher(expression.group(1)); name.find();) {
                    named.add(name.group(1));
                }
            }
        }
        named.removeIf(name -> !context.containsBean(name));
        assertThat(named).contains("deadlines", "sendNotification", "leaveFundingQueue", "trialSheets")
                .allMatch(visible::containsKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"documentStore", "environment", "jdbcClient", "dataSource", "identityService",
        "runtimeService", "processEngine", "springBootProcessApplication", "systemProperties"})
    void noOtherBeanIs(String name) {
        assertThatThrownBy(() -> evaluate("${" + name + "}")).hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass().getName()}", "${''.class.name}", "${deadlines.class.classLoader}",
        "${deadlines.getClass().forName('java.lang.Runtime')}"})
    void anExpressionDoesNotReachJavaClasses(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).hasStackTraceContaining("An expression must not use reflection");
    }

    private void evaluate(String expression) {
        taskService.createTaskQuery().or().taskAssigneeExpression(expression).taskOwner("nobody").endOr().count();
    }

    private static List<String> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
