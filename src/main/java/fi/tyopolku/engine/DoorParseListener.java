package fi.tyopolku.engine;

import fi.tyopolku.messages.Refusal;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Gives each parsed user task and start form the gate, and closes the way around the form. */
class DoorParseListener extends AbstractBpmnParseListener {

    private static final String STAGE = "stage";
    private static final Set<String> CALL_STAGES = Set.of("clientPath", "supports");

    private final GatedForms forms;
    private final Supplier<Stream<TaskWatch>> watches;

    DoorParseListener(GatedForms forms, Supplier<Stream<TaskWatch>> watches) {
        this.forms = forms;
        this.watches = watches;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.setTaskFormHandler(forms.around(definition.getTaskFormHandler()));
        watch(definition);
        if (definition.getFormDefinition().getCamundaFormDefinitionKey() != null) {
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> {
                if (!GatedForms.isSubmittedByForm(task.getId())) {
                    throw new Refusal("engine.completedWithoutForm");
                }
            });
        }
    }

    private void watch(TaskDefinition definition) {
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, task -> {
            boolean isNew = ((TaskEntity) task).getRevision() == 0;
            if (!isNew) {
                watches.get().forEach(watch -> watch.assigned(task.getId(), task.getAssignee()));
            }
        });
        TaskListener ends = task -> watches.get().forEach(watch -> watch.ended(task.getId()));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ends);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, ends);
    }

    /** The case id and the stage as routing facts, so that they can stand on the task card. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
            if (execution.getProcessBusinessKey() != null) {
                execution.setVariable("caseId", execution.getProcessBusinessKey());
            }
            execution.setVariable(STAGE, stage((ExecutionEntity) execution, definition));
        });
    }

    /** The process itself, or what calls it: a part of a stage belongs to the stage. */
    private static String stage(ExecutionEntity execution, ProcessDefinitionEntity definition) {
        ExecutionEntity caller = execution.getSuperExecution();
        boolean isPart = caller != null && !CALL_STAGES.contains(caller.getProcessDefinition().getKey());
        Object stage = isPart ? caller.getVariable(STAGE) : null;
        return stage == null ? definition.getName() : stage.toString();
    }

    @Override
    public void parseRootElement(Element rootElement, List<ProcessDefinitionEntity> definitions) {
        definitions.stream().filter(definition -> definition.getStartFormHandler() != null)
                .forEach(definition -> definition.setStartFormHandler(forms.around(definition.getStartFormHandler())));
    }
}
