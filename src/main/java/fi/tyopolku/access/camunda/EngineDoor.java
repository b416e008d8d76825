package fi.tyopolku.access.camunda;

import fi.tyopolku.access.EngineSession;
import fi.tyopolku.access.PasswordCheck;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.access.TaskSight;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The engine's own check of passwords, its idea of who is calling, and its tasks. */
@Component
class EngineDoor implements EngineSession, PasswordCheck, TaskSight {

    private final IdentityService identityService;
    private final TaskService taskService;

    EngineDoor(IdentityService identityService, TaskService taskService) {
        this.identityService = identityService;
        this.taskService = taskService;
    }

    @Override
    public boolean passes(String userId, String password) {
        return identityService.checkPassword(userId, password);
    }

    @Override
    public boolean sees(Set<String> municipalities, String taskId) {
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        return task != null && (task.getTenantId() == null || municipalities.contains(task.getTenantId()));
    }

    @Override
    public void actAs(StaffMember person, Work work) throws IOException, ServletException {
        identityService.setAuthentication(person.userId(), List.copyOf(person.groups()),
                List.copyOf(person.municipalities()));
        try {
            work.run();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
