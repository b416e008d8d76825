package fi.tyopolku.models;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.models.Models.Model;
import fi.tyopolku.testing.ApplicationTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final Pattern BEAN = Pattern.compile("^[$#]\\{(\\w+)");

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

    @ParameterizedTest
    @MethodSource("models")
    void everyBeanThatAModelCallsExists(Model model) {
        List<String> expressions = new ArrayList<>();
        model.bpmn().getModelElementsByType(FlowNode.class).forEach(node -> expressions.add(
                node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression")));
        expressions.removeIf(Objects::isNull);
        assertThat(expressions).allSatisfy(expression -> {
            Matcher bean = BEAN.matcher(expression);
            assertThat(bean.find()).isTrue();
            assertThat(beans.containsBean(bean.group(1))).as(expression).isTrue();
        });
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
