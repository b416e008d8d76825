package fi.tyopolku.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Asks the {@link TaskDoor} wherever the engine checks that somebody may work on a task: at claim, submission and
 * completion. The engine's own permission says only which process' tasks a group may work on.
 */
class TaskDoorChecker extends NoOpinionChecker {

    private static final String FOUR_EYES_PROPERTY = "excludesCaseCoach";

    private final TaskDoor door;

    TaskDoorChecker(TaskDoor door) {
        this.door = door;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        check(task);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        check(task);
    }

    private void check(TaskEntity task) {
        if (!opensTo(task)) {
            if (!isStillThere(task)) {
                throw new Refusal("engine.somebodyWasFaster");
            }
            throw new AuthorizationException(Texts.in(LocaleContextHolder.getLocale(), "engine.taskIsNotYours"));
        }
    }

    /** A task completed at this moment may have lost its candidates already, and would look like somebody else's. */
    private static boolean isStillThere(TaskEntity task) {
        return Context.getCommandContext().runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                .getTaskService().createTaskQuery().taskId(task.getId()).count()) > 0;
    }

    /** True when whoever asks may work on the task: the system itself, or a person whom the door lets in. */
    boolean opensTo(TaskEntity task) {
        Authentication user = Context.getCommandContext().getAuthentication();
        if (user == null || user.getUserId() == null || !Context.getCommandContext().isAuthorizationCheckEnabled()) {
            return true;
        }
        if (task.getExecution() == null || task.getExecution().getProcessInstance() == null) {
            throw new Refusal("engine.somebodyWasFaster");
        }
        Set<String> groups = user.getGroupIds() == null ? Set.of() : new HashSet<>(user.getGroupIds());
        return door.mayWorkOn(item(task), user.getUserId(), groups);
    }

    private static TaskDoor.WorkItem item(TaskEntity task) {
        Set<String> users = task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.isUser())
                .map(link -> link.getUserId()).collect(Collectors.toSet());
        Set<String> groups = task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.isGroup())
                .map(link -> link.getGroupId()).collect(Collectors.toSet());
        return new TaskDoor.WorkItem(task.getId(), task.getProcessDefinition().getKey(), task.getTaskDefinitionKey(),
                task.getExecution().getProcessBusinessKey(), task.getAssignee(), users, groups, excludesCaseCoach(task));
    }

    private static boolean excludesCaseCoach(TaskEntity task) {
        UserTask element = task.getBpmnModelElementInstance();
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return false;
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .anyMatch(property -> FOUR_EYES_PROPERTY.equals(property.getCamundaName())
                        && "true".equals(property.getCamundaValue()));
    }
}
