package fi.tyopolku.supports;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the forms of the supports cannot check by themselves. */
@Component
class SupportChecks implements SubmissionCheck {

    private static final Set<String> CLOSINGS = Set.of("guidanceClosing", "integrationClosing", Integration.FOLLOW_UP);

    private final CaseRegister cases;
    private final Guidance guidance;

    SupportChecks(CaseRegister cases, Guidance guidance) {
        this.cases = cases;
        this.guidance = guidance;
    }

    @Override
    public void check(Submission submission) {
        JsonNode values = submission.values();
        if ("resourceMapping".equals(submission.processKey()) && submission.elementId() == null) {
            refuseUnlessOpenHere(submission);
        }
        if (values.has(Guidance.MEETING)) {
            checkMeeting(submission.caseId(), values.path(Guidance.MEETING));
        }
        if ("WITH_CONSENT".equals(values.path("guidanceReferral").path("contact").asText())
                && !values.path("guidanceReferral").path("consentGiven").asBoolean()) {
            throw new Refusal("supports.consentMissing");
        }
        CLOSINGS.stream().map(values::path).filter(SupportChecks::claimsProgressWithoutEvidence).findFirst()
                .ifPresent(closing -> {
                    throw new Refusal("supports.evidenceMissing");
                });
    }

    private void refuseUnlessOpenHere(Submission submission) {
        ClientCase found = cases.find(submission.caseId())
                .filter(known -> known.municipality().equals(submission.municipality()))
                .orElseThrow(() -> new Refusal("clients.case.unknown"));
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
    }

    private void checkMeeting(String caseId, JsonNode meeting) {
        boolean isShared = meeting.path("shareActions").asBoolean();
        boolean hasCoach = cases.find(caseId).isPresent();
        boolean hasStudent = guidance.studentWorker(caseId).isPresent();
        for (Guidance.Agreed agreed : Guidance.agreedIn(meeting)) {
            if (Guidance.COACH.equals(agreed.doer()) && !(hasCoach && isShared)) {
                throw new Refusal(hasCoach ? "supports.coachMustKnow" : "supports.noCoach");
            }
            if (!hasStudent && Set.of(Guidance.STUDENT, Guidance.CLIENT_WITH_STUDENT).contains(agreed.doer())) {
                throw new Refusal("supports.noStudentWorker");
            }
        }
        meeting.path("doneTogetherWith").forEach(with -> {
            if (!hasStudent && Guidance.STUDENT.equals(with.asText())) {
                throw new Refusal("supports.noStudentWorker");
            }
        });
    }

    private static boolean claimsProgressWithoutEvidence(JsonNode closing) {
        return !closing.path("smallProgress").isEmpty() && closing.path("progressEvidence").asText("").isBlank()
                || !closing.path("smallProgress").isEmpty() && closing.path("progressEvidence").isNull();
    }
}
