package fi.tyopolku.feedback;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import org.springframework.stereotype.Component;

/** A coach asks for feedback on a case of the own municipality. */
@Component
class FeedbackChecks implements SubmissionCheck {

    private static final String PROCESS = "feedback";

    private final CaseRegister cases;

    FeedbackChecks(CaseRegister cases) {
        this.cases = cases;
    }

    @Override
    public void check(Submission submission) {
        if (PROCESS.equals(submission.processKey()) && submission.elementId() == null) {
            cases.find(submission.caseId())
                    .filter(found -> found.municipality().equals(submission.municipality()))
                    .orElseThrow(() -> new Refusal("clients.case.unknown"));
        }
    }
}
