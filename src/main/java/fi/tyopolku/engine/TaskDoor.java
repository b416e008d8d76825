package fi.tyopolku.engine;

import java.util.Set;

/** Decides who may work on a task; asked for each claim, submission and completion by a person. */
public interface TaskDoor {

    /** True when the person may claim, submit and complete the task. */
    boolean mayWorkOn(WorkItem task, String userId, Set<String> groups);

    /**
     * @param excludesCaseCoach the model says that the case's own coach must not do this task (four eyes)
     */
    record WorkItem(String taskId, String processKey, String elementId, String caseId, String assignee,
            Set<String> candidateUsers, Set<String> candidateGroups, boolean excludesCaseCoach) {
    }
}
