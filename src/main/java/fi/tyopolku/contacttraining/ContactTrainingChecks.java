package fi.tyopolku.contacttraining;

import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.TrainingGroups;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Who may record which group, and correct whose days. */
@Component
class ContactTrainingChecks implements SubmissionCheck {

    private static final String RECORD = "userTask_recordAttendance";
    private static final String CORRECTION = "attendanceCorrection";

    private final TrainingGroups groups;
    private final AttendanceCorrections corrections;

    ContactTrainingChecks(TrainingGroups groups, AttendanceCorrections corrections) {
        this.groups = groups;
        this.corrections = corrections;
    }

    @Override
    public void check(Submission submission) {
        if (RECORD.equals(submission.elementId()) && !groups.isTrainerOf(submission.userId(), submission.caseId())) {
            throw new Refusal("contacttraining.notYourGroup");
        }
        if (CORRECTION.equals(submission.processKey()) && submission.elementId() == null) {
            LocalDate day = LocalDate.parse(submission.values().path("day").asText());
            corrections.checkMayCorrect(submission.userId(), submission.caseId(), day);
        }
    }
}
