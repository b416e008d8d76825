package fi.tyopolku.contacttraining;

import fi.tyopolku.trainingdays.Mark;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The tasks behind the pages of attendance. Works as the person who asks: forms, checks and rights are the task's own. */
public interface WeekTasks {

    /**
     * The group's open task of a week.
     *
     * @param weekStarts the Monday of the week it is for
     */
    record OpenWeek(String taskId, LocalDate weekStarts) {
    }

    Optional<OpenWeek> openWeek(String groupId);

    /**
     * Completes the task of a week with its form.
     *
     * @param week the document {@code attendanceWeek}
     * @throws fi.tyopolku.messages.Refusal when the form or the task says no
     */
    void complete(String taskId, Map<String, Object> week);

    /**
     * Corrects one mark, or adds one that is missing, through the process {@code attendanceCorrection}.
     *
     * @throws fi.tyopolku.messages.Refusal when the process' forms say no
     */
    void correct(String caseId, LocalDate day, Mark mark, String reason);
}
