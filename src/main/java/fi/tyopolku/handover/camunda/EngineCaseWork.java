package fi.tyopolku.handover.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.handover.CaseWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

@Component
class EngineCaseWork implements CaseWork {

    /** What somebody is in a process because the case is theirs. */
    private static final Set<String> AS_COACH = Set.of("coach", "initiator", "starter", "corrector");
    /** What a person has been named for; the same person may be both. */
    private static final Set<String> NAMED = Set.of("workCoach", "supporter", "trainer", "advisor");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final ActingPerson acting;

    EngineCaseWork(RuntimeService runtime, TaskService tasks, RepositoryService repository, ActingPerson acting) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.acting = acting;
    }

    @Override
    public List<String> give(String caseId, String municipality, String from, String to) {
        return acting.asSystem(() -> move(caseId, municipality, from, to,
                variable -> from != null && NAMED.contains(variable.getName())));
    }

    @Override
    public void giveBack(String caseId, String municipality, String from, String to, List<String> takenRoles) {
        acting.asSystem(() -> move(caseId, municipality, from, to, variable -> takenRoles.contains(role(variable))));
    }

    private List<String> move(String caseId, String municipality, String from, String to,
            Predicate<VariableInstance> isFurtherRole) {
        String[] instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId)
                .tenantIdIn(municipality).list().stream().map(ProcessInstance::getId).toArray(String[]::new);
        List<String> furtherRoles = new ArrayList<>();
        if (instances.length > 0) {
            runtime.createVariableInstanceQuery().processInstanceIdIn(instances).disableBinaryFetching().list().stream()
                    .filter(variable -> Objects.equals(variable.getValue(), from))
                    .filter(variable -> isAsCoach(variable, from) || isFurtherRole.test(variable))
                    .forEach(variable -> {
                        if (NAMED.contains(variable.getName())) {
                            furtherRoles.add(role(variable));
                        }
                        runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), to);
                    });
        }
        moveTasks(caseId, municipality, from, to);
        return furtherRoles;
    }

    /** Where the case had no coach, other roles that nobody has stay open. */
    private static boolean isAsCoach(VariableInstance variable, String from) {
        return from == null ? variable.getName().equals("coach") : AS_COACH.contains(variable.getName());
    }

    private void moveTasks(String caseId, String municipality, String from, String to) {
        TaskQuery open = tasks.createTaskQuery().processInstanceBusinessKey(caseId).tenantIdIn(municipality);
        (from == null ? open.taskUnassigned() : open.taskAssignee(from)).list().forEach(task -> {
            boolean isPersonal = isMadeFor(task);
            if (from != null || isPersonal) {
                tasks.setAssignee(task.getId(), isPersonal ? to : null);
            }
        });
    }

    /** Whether the model gives the task to a person; else somebody has taken it from a group. */
    private boolean isMadeFor(Task task) {
        UserTask element = repository.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return element.getCamundaAssignee() != null;
    }

    private static String role(VariableInstance variable) {
        return variable.getExecutionId() + "/" + variable.getName();
    }
}
