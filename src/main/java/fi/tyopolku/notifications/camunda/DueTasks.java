package fi.tyopolku.notifications.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.notifications.DueWork;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

@Component
class DueTasks implements DueWork {

    /** A digest is read over coffee; who has more finds them in Tasklist. */
    private static final int MOST = 50;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ActingPerson acting;

    DueTasks(TaskService tasks, RuntimeService runtime, ActingPerson acting) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.acting = acting;
    }

    @Override
    public List<Task> of(String userId, LocalDate day, Locale locale) {
        Date before = Date.from(day.plusDays(1).atStartOfDay(Dates.HELSINKI).toInstant());
        return acting.asSystem(() -> {
            var due = tasks.createTaskQuery().taskAssignee(userId).dueBefore(before)
                    .followUpBeforeOrNotExistent(before).orderByDueDate().asc().listPage(0, MOST);
            Map<String, String> cases = caseIds(due.stream().map(org.camunda.bpm.engine.task.Task::getProcessInstanceId)
                    .filter(Objects::nonNull).collect(Collectors.toSet()));
            return due.stream().map(task -> new Task(
                    Catalogues.in(locale, key(task.getProcessDefinitionId()), task.getName()),
                    cases.get(task.getProcessInstanceId()), Dates.dayOf(task.getDueDate().toInstant()))).toList();
        });
    }

    private Map<String, String> caseIds(Set<String> instances) {
        Map<String, String> cases = new HashMap<>();
        if (!instances.isEmpty()) {
            runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                    .filter(instance -> instance.getBusinessKey() != null)
                    .forEach((ProcessInstance instance) -> cases.put(instance.getId(), instance.getBusinessKey()));
        }
        return cases;
    }

    private static String key(String definitionId) {
        return definitionId == null ? null : definitionId.substring(0, definitionId.indexOf(':'));
    }
}
