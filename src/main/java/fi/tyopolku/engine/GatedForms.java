package fi.tyopolku.engine;

import fi.tyopolku.messages.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Puts the {@link FormGate} around the engine's own form handlers, for tasks and for start forms. */
class GatedForms {

    private static final ThreadLocal<String> SUBMISSION = new ThreadLocal<>();

    private final FormGate gate;
    private final DeployedForms forms = new DeployedForms();
    private final ObjectMapper json;
    private final Predicate<TaskEntity> opensTo;
    private final PlainValues plainValues;

    /** @param opensTo whether the person who asks may work on the task; to anybody else a form shows nothing of ours */
    GatedForms(FormGate gate, ObjectMapper json, Predicate<TaskEntity> opensTo) {
        this.gate = gate;
        this.opensTo = opensTo;
        this.json = json;
        this.plainValues = new PlainValues(json);
    }

    TaskFormHandler around(TaskFormHandler stock) {
        return new GatedTaskForm(stock);
    }

    StartFormHandler around(StartFormHandler stock) {
        return new GatedStartForm(stock);
    }

    /** True while the task's own form is being submitted; anything else that completes it goes around the form. */
    static boolean isSubmittedByForm(String taskId) {
        return taskId.equals(SUBMISSION.get());
    }

    static void submissionEnds() {
        SUBMISSION.remove();
    }

    private VariableMap gated(OpenForm form, VariableMap submitted, Consumer<String> caseId) {
        FormGate.Accepted accepted = gate.accept(form, plainValues.submitted(submitted));
        caseId.accept(accepted.caseId());
        return Variables.fromMap(accepted.routingFacts());
    }

    private static Authentication user() {
        return Context.getCommandContext().getAuthentication();
    }

    private FormField shownField(String name, Object value) {
        FormFieldImpl field = new FormFieldImpl();
        field.setId(name);
        field.setType(new StringFormType());
        field.setValue(typed(value));
        return field;
    }

    private TypedValue typed(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value for a form cannot be written as JSON", e);
        }
    }

    final class GatedTaskForm implements TaskFormHandler {

        private final TaskFormHandler stock;

        private GatedTaskForm(TaskFormHandler stock) {
            this.stock = stock;
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            TaskFormDataImpl form = (TaskFormDataImpl) stock.createTaskForm(task);
            if (!opensTo.test(task)) {
                return form;
            }
            opened(task, form).ifPresent(open -> gate.shown(open)
                    .forEach((name, value) -> form.getFormFields().add(shownField(name, value))));
            return form;
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            TaskEntity task = (TaskEntity) scope;
            Optional<OpenForm> open = opened(task, stock.createTaskForm(task));
            VariableMap facts = open.map(form -> gated(form, submitted, caseId -> { })).orElse(submitted);
            SUBMISSION.set(task.getId());
            stock.submitFormVariables(facts, scope);
        }

        /** Empty where the task has no form of ours. */
        Optional<TaskForms.Opened> openedForCaller(TaskEntity task) {
            return opened(task, stock.createTaskForm(task)).map(form -> new TaskForms.Opened(opensTo.test(task) ? form : null));
        }

        private Optional<OpenForm> opened(TaskEntity task, TaskFormData form) {
            if (task.getExecution() == null || task.getExecution().getProcessInstance() == null) {
                throw new Refusal("engine.somebodyWasFaster");
            }
            Authentication user = user();
            return forms.schemaOf(form).map(schema -> new OpenForm(task.getProcessDefinition().getKey(),
                    task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey(), task.getId(), schema,
                    user == null ? null : user.getUserId(), user == null ? List.of() : nullSafe(user.getGroupIds()),
                    task.getTenantId(), plainValues.of(task.getVariablesTyped(false))));
        }

        @Override
        public void parseConfiguration(Element element, DeploymentEntity deployment,
                ProcessDefinitionEntity definition, BpmnParse parse) {
            stock.parseConfiguration(element, deployment, definition, parse);
        }
    }

    private final class GatedStartForm implements StartFormHandler {

        private final StartFormHandler stock;

        private GatedStartForm(StartFormHandler stock) {
            this.stock = stock;
        }

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
            return stock.createStartFormData(definition);
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            ExecutionEntity instance = (ExecutionEntity) scope;
            Optional<OpenForm> open = opened(instance);
            VariableMap facts = open.map(form -> gated(form, submitted, caseId -> {
                if (caseId != null) {
                    instance.setProcessBusinessKey(caseId);
                }
            })).orElse(submitted);
            stock.submitFormVariables(facts, scope);
        }

        private Optional<OpenForm> opened(ExecutionEntity instance) {
            ProcessDefinitionEntity definition = (ProcessDefinitionEntity) instance.getProcessDefinition();
            Authentication user = user();
            return forms.schemaOf(stock.createStartFormData(definition)).map(schema -> new OpenForm(definition.getKey(),
                    null, null, null, schema, user == null ? null : user.getUserId(),
                    user == null ? List.of() : nullSafe(user.getGroupIds()), instance.getTenantId(), Map.of()));
        }

        @Override
        public void parseConfiguration(Element element, DeploymentEntity deployment,
                ProcessDefinitionEntity definition, BpmnParse parse) {
            stock.parseConfiguration(element, deployment, definition, parse);
        }
    }

    private static List<String> nullSafe(List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
