package fi.tyopolku.engine;

/** Told, within the engine's transaction, what becomes of a task that people may have begun to work on. */
public interface TaskWatch {

    /** @param userId null when the task has been given back */
    void assigned(String taskId, String userId);

    /** Completed, or ended without completion. */
    void ended(String taskId);
}
