package fi.tyopolku.path;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.engine.TaskDoor;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A task is worked on by its assignee, or, while it has none, by its candidates. Where the model asks for four eyes,
 * never by the case's own coach, nor by the deputy or the owner
 * who is away.
 */
@Component
class CaseTaskDoor implements TaskDoor {

    private final CaseRegister cases;

    CaseTaskDoor(CaseRegister cases) {
        this.cases = cases;
    }

    @Override
    public boolean mayWorkOn(WorkItem task, String userId, Set<String> groups) {
        if (task.excludesCaseCoach() && cases.isCoachOf(userId, task.caseId())) {
            return false;
        }
        if (task.assignee() != null) {
            return task.assignee().equals(userId);
        }
        return task.candidateUsers().contains(userId) || groups.stream().anyMatch(task.candidateGroups()::contains);
    }
}
