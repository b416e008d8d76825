package fi.tyopolku.path.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.engine.access.ActingPerson;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says which client's case a task belongs to, so that Tasklist can lead to the client's page. */
@RestController
class CaseOfTask {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final CaseRegister cases;
    private final ActingPerson acting;

    CaseOfTask(TaskService tasks, RuntimeService runtime, CaseRegister cases, ActingPerson acting) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.cases = cases;
        this.acting = acting;
    }

    /** Not found for a task that the person does not see and for one that belongs to no client. */
    @GetMapping("/api/tasks/{taskId}/case")
    ResponseEntity<Map<String, String>> caseOf(@PathVariable String taskId) {
        return ResponseEntity.of(Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(this::businessKey)
                .filter(key -> cases.find(key).isPresent())
                .map(caseId -> Map.of("caseId", caseId)));
    }

    /** The query above has asked for the person's rights; to the instance itself few have any. */
    private Optional<String> businessKey(Task task) {
        return acting.asSystem(() -> Optional.ofNullable(task.getProcessInstanceId())
                .map(id -> runtime.createProcessInstanceQuery().processInstanceId(id).singleResult())
                .map(ProcessInstance::getBusinessKey));
    }
}
