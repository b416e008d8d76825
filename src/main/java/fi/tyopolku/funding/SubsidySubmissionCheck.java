package fi.tyopolku.funding;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Days that cannot be: a job that ends before it begins, or one that began before its decision (84.1 §). */
@Component
class SubsidySubmissionCheck implements SubmissionCheck {

    private final SubsidyApplications applications;

    SubsidySubmissionCheck(SubsidyApplications applications) {
        this.applications = applications;
    }

    @Override
    public void check(Submission submission) {
        if ("userTask_applyForSubsidy".equals(submission.elementId())) {
            JsonNode application = submission.values().path(SubsidyApplications.APPLICATION);
            if (application.hasNonNull("jobEnd") && day(application, "jobEnd").isBefore(day(application, "jobStart"))) {
                throw new Refusal("funding.jobDatesReversed");
            }
        }
        if ("userTask_confirmStart".equals(submission.elementId())) {
            JsonNode report = submission.values().path("jobStartReport");
            applications.decidedOn(submission.caseId())
                    .filter(decided -> report.hasNonNull("startedOn") && day(report, "startedOn").isBefore(decided))
                    .ifPresent(decided -> {
                        throw new Refusal("funding.startedBeforeDecision");
                    });
        }
    }

    private static LocalDate day(JsonNode document, String field) {
        return LocalDate.parse(document.get(field).asText());
    }
}
