package fi.tyopolku.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Takes a case along its path as its people would: each step as a named user, through the forms that Tasklist shows,
 * so that the guard, the rights and the municipality apply. Jobs and timers are fired one by one, never awaited.
 */
@Component
public class PathDriver {

    public static final String KEMIJARVI = "kemijarvi";
    public static final String SODANKYLA = "sodankyla";

    private static final Map<String, Person> PEOPLE = Map.of(
            "coach", new Person(List.of("coach"), KEMIJARVI),
            "coach2", new Person(List.of("coach"), SODANKYLA),
            "coach3", new Person(List.of("coach"), KEMIJARVI),
            "trainer", new Person(List.of("trainer"), KEMIJARVI),
            "service-advisor", new Person(List.of("service-advisor"), KEMIJARVI),
            "employer-liaison", new Person(List.of("employer-liaison"), KEMIJARVI),
            "funding-officer", new Person(List.of("funding-officer"), KEMIJARVI),
            "manager", new Person(List.of("manager"), KEMIJARVI),
            "modeller", new Person(List.of("modeller"), KEMIJARVI));

    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identity;

    PathDriver(FormService forms, TaskService tasks, RuntimeService runtime, RepositoryService repository,
            ManagementService management, HistoryService history, IdentityService identity) {
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.history = history;
        this.identity = identity;
    }

    private record Person(List<String> groups, String municipality) {
    }

    /** Does something as a person of the demo municipality, with that person's groups. */
    public <T> T as(String user, Supplier<T> action) {
        Person person = PEOPLE.get(user);
        identity.setAuthentication(user, person.groups(), List.of(person.municipality()));
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Submits a start form and runs the jobs that follow. @return the case id */
    public String start(String user, String processKey, Map<String, Object> form) {
        String caseId = as(user, () -> {
            String definition = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion()
                    .singleResult().getId();
            return forms.submitStartForm(definition, form).getBusinessKey();
        });
        String started = caseId != null ? caseId : "";
        runJobs(started);
        return started;
    }

    /** Starts one stage by itself, as the path would call it. */
    public ProcessInstance startStage(String processKey, String caseId, Map<String, Object> facts) {
        ProcessInstance stage = as("coach", () -> runtimeStart(processKey, caseId, facts));
        runJobs(caseId);
        return stage;
    }

    private ProcessInstance runtimeStart(String processKey, String caseId, Map<String, Object> facts) {
        Person coach = PEOPLE.get("coach");
        identity.clearAuthentication();
        identity.setAuthentication(null, List.of("coach"), List.of(coach.municipality()));
        return runtime.createProcessInstanceByKey(processKey).businessKey(caseId).setVariables(facts).execute();
    }

    /** The one open task of the case at that element of the model. */
    public Task task(String caseId, String elementId) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(caseId).taskDefinitionKey(elementId).list();
        assertThat(open).as("open tasks %s of the case; open are: %s", elementId, openTasks(caseId)).hasSize(1);
        return open.get(0);
    }

    public List<String> openTasks(String caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(Task::getTaskDefinitionKey).sorted().toList();
    }

    /** What Tasklist would show in the form: variables, documents and lists of options. */
    public Map<String, Object> shown(String user, String caseId, String elementId) {
        String taskId = task(caseId, elementId).getId();
        return as(user, () -> new HashMap<>(forms.getTaskFormVariables(taskId)));
    }

    /** Submits the task's form as that person, with the document versions that the form was opened with. */
    public void submit(String user, String caseId, String elementId, Map<String, Object> form) {
        submitTask(user, task(caseId, elementId).getId(), form);
        runJobs(caseId);
    }

    public void submitTask(String user, String taskId, Map<String, Object> form) {
        submitTaskOpenedAt(user, taskId, form, as(user, () -> forms.getTaskFormVariables(taskId).get("documentVersions")));
    }

    /** Submits a form that was opened when its documents had those versions. */
    public void submitTaskOpenedAt(String user, String taskId, Map<String, Object> form, Object documentVersions) {
        as(user, () -> {
            Map<String, Object> submitted = new HashMap<>(form);
            if (documentVersions != null) {
                submitted.put("openedVersions", documentVersions);
            }
            forms.submitTaskForm(taskId, submitted);
            return null;
        });
    }

    /** Runs the asynchronous steps of the case that are due now, until none is left; timers are left alone. */
    public void runJobs(String caseId) {
        for (List<Job> due = dueJobs(caseId); !due.isEmpty(); due = dueJobs(caseId)) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> dueJobs(String caseId) {
        return instances(caseId).stream()
                .flatMap(id -> management.createJobQuery().processInstanceId(id).messages().withRetriesLeft().list().stream())
                .toList();
    }

    /** Fires the timer at that element of the model, whenever it is due. */
    public void fireTimer(String caseId, String elementId) {
        List<Job> timers = instances(caseId).stream()
                .flatMap(id -> management.createJobQuery().processInstanceId(id).activityId(elementId).timers().list().stream())
                .toList();
        assertThat(timers).as("timers at %s", elementId).hasSize(1);
        management.executeJob(timers.get(0).getId());
        runJobs(caseId);
    }

    public boolean waitsForTimer(String caseId, String elementId) {
        return instances(caseId).stream().anyMatch(
                id -> management.createJobQuery().processInstanceId(id).activityId(elementId).timers().count() == 1);
    }

    /** All running instances of the case: the path and the stages that it has called. */
    public List<String> instances(String caseId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(ProcessInstance::getId).toList();
    }

    public boolean isRunning(String caseId) {
        return !instances(caseId).isEmpty();
    }

    /** The value of a routing fact in the ended or running instances of that process in the case. */
    public Object fact(String caseId, String processKey, String name) {
        return history.createHistoricVariableInstanceQuery().processDefinitionKey(processKey).variableName(name).list().stream()
                .filter(variable -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(variable.getProcessInstanceId()).processInstanceBusinessKey(caseId).count() == 1)
                .map(variable -> variable.getValue()).reduce((first, last) -> last).orElse(null);
    }

    public boolean hasPassed(String caseId, String elementId) {
        return history.createHistoricActivityInstanceQuery().activityId(elementId).finished().list().stream()
                .anyMatch(activity -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(activity.getProcessInstanceId()).processInstanceBusinessKey(caseId).count() == 1);
    }
}
