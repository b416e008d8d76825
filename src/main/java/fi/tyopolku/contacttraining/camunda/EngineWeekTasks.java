package fi.tyopolku.contacttraining.camunda;

import fi.tyopolku.contacttraining.WeekTasks;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.trainingdays.Mark;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class EngineWeekTasks implements WeekTasks {

    private static final String RECORD = "userTask_recordAttendance";
    private static final String CORRECTION = "attendanceCorrection";
    private static final String VERSIONS = "documentVersions";

    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService repository;

    EngineWeekTasks(FormService forms, TaskService tasks, RepositoryService repository) {
        this.forms = forms;
        this.tasks = tasks;
        this.repository = repository;
    }

    @Override
    public Optional<OpenWeek> openWeek(String groupId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(groupId).taskDefinitionKey(RECORD).active().listPage(0, 1).stream()
                .findFirst().map(task -> new OpenWeek(task.getId(),
                        LocalDate.parse((String) tasks.getVariable(task.getId(), "weekStarts"))));
    }

    @Override
    public void complete(String taskId, Map<String, Object> week) {
        submit(taskId, Map.of("attendanceWeek", week));
    }

    @Override
    public void correct(String caseId, LocalDate day, Mark mark, String reason) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey(CORRECTION).latestVersion()
                .singleResult().getId();
        String started = asked(() -> forms.submitStartForm(definition, Map.of("caseId", caseId, "day", day.toString())))
                .getProcessInstanceId();
        Task task = tasks.createTaskQuery().processInstanceId(started).singleResult();
        submit(task.getId(), Map.of("newMark", mark.name(), CORRECTION, Map.of("reason", reason)));
    }

    private void submit(String taskId, Map<String, Object> form) {
        asked(() -> {
            Map<String, Object> submitted = new HashMap<>(form);
            submitted.put("openedVersions", forms.getTaskFormVariables(taskId).get(VERSIONS));
            forms.submitTaskForm(taskId, submitted);
            return null;
        });
    }

    private static <T> T asked(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthorizationException notTheirs) {
            throw new Refusal("engine.taskIsNotYours");
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.behind(e);
            throw refusal == null ? e : refusal;
        }
    }
}
