package fi.tyopolku.models;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.forms.FormSchema;
import fi.tyopolku.models.Models.Model;
import fi.tyopolku.notifications.Recipient;
import fi.tyopolku.testing.ApplicationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** What an analyst may expect of every model, and what must not break when a modeller renames something. */
@ApplicationTest
class ModelConventionsTest {

    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("userTask", "userTask_"),
            Map.entry("serviceTask", "serviceTask_"), Map.entry("sendTask", "sendTask_"),
            Map.entry("receiveTask", "receiveTask_"), Map.entry("businessRuleTask", "businessRuleTask_"),
            Map.entry("callActivity", "callActivity_"), Map.entry("subProcess", "subProcess_"),
            Map.entry("exclusiveGateway", "gateway_"), Map.entry("parallelGateway", "gateway_"),
            Map.entry("eventBasedGateway", "gateway_"), Map.entry("startEvent", "startEvent_"),
            Map.entry("endEvent", "endEvent_"), Map.entry("boundaryEvent", "boundaryEvent_"),
            Map.entry("intermediateCatchEvent", "catchEvent_"), Map.entry("sequenceFlow", "flow_"));
    private static final Pattern CALLED = Pattern.compile(
            "[dD]elegateExpression=\"[$#]\\{(\\w+)}|[${ (!?:]([a-z]\\w+)\\.(?!contains\\(|isEmpty\\()\\w+\\((?=[^<]*})");
    private static final Pattern DEADLINE = Pattern.compile("deadlines\\.(?:timer|taskDue|dueOn)\\((?:'|&#39;|&apos;)(\\w+)");
    private static final Pattern ELEMENT = Pattern.compile("\"((?:userTask|catchEvent|boundaryEvent|serviceTask)_\\w+)\"");

    @Autowired
    private ApplicationContext beans;

    static List<Model> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessHasANameAVersionADurationOfItsHistoryAndADescription(Model model) {
        Process process = process(model);
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyIdTellsTheKindOfItsElement(Model model) {
        List<String> wrong = elements(model, FlowElement.class).stream()
                .filter(element -> KINDS.containsKey(element.getElementType().getTypeName()))
                .filter(element -> !element.getId().startsWith(KINDS.get(element.getElementType().getTypeName())))
                .map(FlowElement::getId).toList();
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyActivityIsNamedAndDescribed(Model model) {
        assertThat(elements(model, Activity.class)).allSatisfy(activity -> {
            assertThat(activity.getName()).as(activity.getId()).isNotBlank();
            assertThat(activity.getDocumentations()).as(activity.getId()).isNotEmpty();
            assertThat(activity.getDocumentations().iterator().next().getTextContent()).hasSizeGreaterThan(20);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeStandsInALane(Model model) {
        Set<String> inLanes = elements(model, Lane.class).stream().flatMap(lane -> lane.getFlowNodeRefs().stream())
                .map(FlowNode::getId).collect(Collectors.toSet());
        List<String> outside = elements(model, FlowNode.class).stream()
                .filter(node -> node.getParentElement() instanceof Process).map(FlowNode::getId)
                .filter(id -> !inLanes.contains(id)).toList();
        assertThat(outside).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDecidingGatewayAsksAQuestionAndItsFlowsAnswer(Model model) {
        elements(model, ExclusiveGateway.class).stream().filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                    assertThat(gateway.getDefault()).as("default flow of %s", gateway.getId()).isNotNull();
                    assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                        assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                        assertThat(flow.getConditionExpression() == null).as("condition of %s", flow.getId())
                                .isEqualTo(flow.equals(gateway.getDefault()));
                    });
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void eventsSayWhatHappened(Model model) {
        List<String> nameless = Stream.concat(elements(model, BoundaryEvent.class).stream(),
                        elements(model, Event.class).stream())
                .filter(event -> event.getName() == null || event.getName().isBlank()).map(FlowNode::getId).toList();
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasAFormOfItsBundleThatTravelsWithIt(Model model) {
        Set<String> forms = Models.forms().stream().filter(form -> form.bundle().equals(model.bundle()))
                .map(Models.Form::id).collect(Collectors.toSet());
        assertThat(elements(model, UserTask.class)).allSatisfy(task -> {
            assertThat(forms).as("form of %s", task.getId()).contains(task.getCamundaFormRef());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
        });
    }

    /** Delegates, listeners, due dates, conditions: wherever an expression calls something, that something is a bean. */
    @ParameterizedTest
    @MethodSource("models")
    void everyBeanThatAModelCallsExists(Model model) {
        Matcher called = CALLED.matcher(Bpmn.convertToString(model.bpmn()));
        while (called.find()) {
            String name = called.group(1) != null ? called.group(1) : called.group(2);
            assertThat(name.equals("execution") || name.equals("task") || beans.containsBean(name)).as(called.group()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDeadlineThatAModelNamesStandsInTheTable(Model model) throws IOException {
        String table = Files.readString(Path.of("bpmn/rules/deadlines.dmn"));
        Matcher event = DEADLINE.matcher(Bpmn.convertToString(model.bpmn()));
        while (event.find()) {
            assertThat(table).contains("<text>\"" + event.group(1) + "\"</text>");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyRecipientThatAModelNamesIsKnown(Model model) {
        assertThat(model.bpmn().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> "recipient".equals(input.getCamundaName())).map(input -> input.getTextContent().strip()))
                .allSatisfy(recipient -> Recipient.valueOf(recipient));
    }

    @Test
    void everyElementProcessAndMessageThatCodeNamesExistsInAModel() throws IOException {
        String models = models().stream().map(model -> Bpmn.convertToString(model.bpmn())).collect(Collectors.joining());
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> code = files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path file : code) {
                Matcher named = ELEMENT.matcher(Files.readString(file));
                while (named.find()) {
                    assertThat(models).as("%s in %s", named.group(1), file).contains("id=\"" + named.group(1) + "\"");
                }
            }
        }
    }

    @Test
    void everyListThatAFormOffersIsKnownToTheServer() {
        Set<String> offered = beans.getBeansOfType(ShownValues.class).values().stream()
                .flatMap(values -> values.names().stream()).collect(Collectors.toSet());
        Models.forms().forEach(form -> FormSchema.parse(form.json().toString()).fields().stream()
                .map(field -> field.component().path("valuesExpression").asText(""))
                .filter(expression -> expression.matches("=\\w+"))
                .forEach(expression -> assertThat(offered).as(form.file()).contains(expression.substring(1))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyMailTemplateThatAModelNamesExistsInThreeLanguages(Model model) {
        List<String> templates = model.bpmn().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> "template".equals(input.getCamundaName())).map(input -> input.getTextContent().strip())
                .toList();
        assertThat(templates).allSatisfy(template -> assertThat(List.of("fi", "sv", "en")).allSatisfy(language ->
                assertThat(new ClassPathResource("mail/" + language + "/" + template + ".mustache").exists())
                        .as("%s in %s", template, language).isTrue()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyCalledStageExistsAndIsPassedItsFactsByName(Model model) {
        Set<String> processes = models().stream().map(each -> process(each).getId()).collect(Collectors.toSet());
        assertThat(elements(model, CallActivity.class)).allSatisfy(call -> {
            assertThat(processes).contains(call.getCalledElement());
            assertThat(Bpmn.convertToString(model.bpmn())).doesNotContain("variables=\"all\"");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noUserTaskStaysUnnoticedForEver(Model model) {
        List<String> withoutDueDate = elements(model, UserTask.class).stream()
                .filter(task -> task.getCamundaDueDate() == null).map(FlowNode::getId).toList();
        assertThat(withoutDueDate).isEmpty();
    }

    private static Process process(Model model) {
        return model.bpmn().getModelElementsByType(Process.class).iterator().next();
    }

    private static <T extends ModelElementInstance> Collection<T> elements(Model model,
            Class<T> type) {
        return model.bpmn().getModelElementsByType(type);
    }
}
