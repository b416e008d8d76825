package fi.tyopolku.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** The query decides who sees the task (rights and municipality), the door who may work on it. */
@Component
class TaskFormsInEngine implements TaskForms {

    private final ProcessEngine engine;
    private final TaskService tasks;

    TaskFormsInEngine(ProcessEngine engine, TaskService tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    @Override
    public Optional<Opened> opened(String taskId) {
        if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
            return Optional.empty();
        }
        Command<Optional<Opened>> open = commands -> {
            TaskEntity task = commands.getTaskManager().findTaskById(taskId);
            boolean isInProcess = task != null && task.getTaskDefinition() != null;
            return isInProcess && task.getTaskDefinition().getTaskFormHandler() instanceof GatedForms.GatedTaskForm form
                    ? form.openedForCaller(task) : Optional.empty();
        };
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired().execute(open);
    }
}
