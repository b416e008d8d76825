package fi.tyopolku.demo.camunda;

import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.engine.EngineTime;
import fi.tyopolku.engine.access.ActingPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The steps by which sample cases get their past: the same forms, as the same people, on the day it happened. Only the
 * clock is moved; no rule is loosened.
 */
@Component
@Profile("demo")
class CaseSteps {

    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final ActingPerson person;
    private final Staff staff;
    private final BusinessClock clock;
    private final EngineTime engineTime;

    CaseSteps(FormService forms, TaskService tasks, RuntimeService runtime, RepositoryService repository,
            ManagementService management, ActingPerson person, Staff staff, BusinessClock clock, EngineTime engineTime) {
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.person = person;
        this.staff = staff;
        this.clock = clock;
        this.engineTime = engineTime;
    }

    void itIs(LocalDate day) {
        itIs(day.atTime(MORNING).atZone(BusinessClock.HELSINKI).toInstant());
    }

    private void itIs(Instant instant) {
        clock.setTo(instant);
        engineTime.setTo(instant);
    }

    void itIsNow() {
        clock.reset();
        engineTime.reset();
    }

    boolean isEmpty() {
        return runtime.createProcessInstanceQuery().count() == 0;
    }

    boolean knows(String processKey) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(processKey).count() > 0;
    }

    String start(String user, String processKey, Map<String, Object> form) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion()
                .singleResult().getId();
        String caseId = as(user, () -> forms.submitStartForm(definition, form).getBusinessKey());
        settle(caseId);
        return caseId;
    }

    void submit(String user, String caseId, String elementId, Map<String, Object> form) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(caseId).taskDefinitionKey(elementId).singleResult();
        if (task == null) {
            throw new IllegalStateException("The sample case has no task " + elementId + "; open are "
                    + tasks.createTaskQuery().processInstanceBusinessKey(caseId).list().stream()
                            .map(Task::getTaskDefinitionKey).toList());
        }
        as(user, () -> {
            Map<String, Object> submitted = new HashMap<>(form);
            submitted.put("openedVersions", forms.getTaskFormVariables(task.getId()).get("documentVersions"));
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            forms.submitTaskForm(task.getId(), submitted);
            return null;
        });
        settle(caseId);
    }

    /** What a form shows under a name, as JSON text. */
    String shown(String user, String caseId, String elementId, String name) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(caseId).taskDefinitionKey(elementId).singleResult();
        return as(user, () -> String.valueOf(forms.getTaskFormVariables(task.getId()).get(name)));
    }

    boolean hasTask(String caseId, String elementId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId).taskDefinitionKey(elementId).count() > 0;
    }

    /** Runs what is due at the present moment of the sample case: asynchronous steps and timers. */
    void settle(String caseId) {
        for (List<Job> due = due(caseId); !due.isEmpty(); due = due(caseId)) {
            due.forEach(job -> {
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            });
        }
    }

    private List<Job> due(String caseId) {
        Date now = Date.from(clock.instant());
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).withRetriesLeft().list().stream())
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(now)).toList();
    }

    private <T> T as(String user, Supplier<T> action) {
        StaffMember member = staff.member(user).orElseThrow();
        return person.as(user, member.groups(), member.municipalities(), action);
    }
}
