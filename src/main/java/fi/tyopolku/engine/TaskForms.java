package fi.tyopolku.engine;

import java.util.Optional;

/** The forms of open tasks, for what stands beside the engine's own form calls. */
public interface TaskForms {

    /**
     * The form of a task as it stands open before the person who asks.
     *
     * @return empty when there is no such task for this person, or it has no form
     */
    Optional<Opened> opened(String taskId);

    /** @param form null when the person sees the task and may not work on it */
    record Opened(OpenForm form) {

        public boolean mayWork() {
            return form != null;
        }
    }
}
