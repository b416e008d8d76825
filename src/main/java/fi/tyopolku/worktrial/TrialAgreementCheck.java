package fi.tyopolku.worktrial;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What must hold of an agreement beyond its form: dates that can be, three signatures and a plan before the first day. */
@Component
class TrialAgreementCheck implements SubmissionCheck {

    private static final String PROCESS = "workTrialAgreement";
    private static final List<String> SIGNATURES =
            List.of("signedByClientOn", "signedByHostOn", "signedByAuthorityOn");

    private final TrialAgreements agreements;
    private final DocumentStore documents;

    TrialAgreementCheck(TrialAgreements agreements, DocumentStore documents) {
        this.agreements = agreements;
        this.documents = documents;
    }

    @Override
    public void check(Submission submission) {
        if (!PROCESS.equals(submission.processKey()) || submission.elementId() == null) {
            return;
        }
        switch (submission.elementId()) {
            case "userTask_drawUpAgreement" -> checkDates(submission.values());
            case "userTask_recordSignatures" -> checkSigning(submission);
            default -> { }
        }
    }

    private static void checkDates(JsonNode values) {
        JsonNode agreement = values.path(TrialAgreements.AGREEMENT);
        if (agreement.hasNonNull("start") && agreement.hasNonNull("end")
                && day(agreement, "end").isBefore(day(agreement, "start"))) {
            throw new Refusal("worktrial.endBeforeStart");
        }
    }

    private void checkSigning(Submission submission) {
        if (!"SIGNED".equals(submission.values().path("signing").asText())) {
            return;
        }
        LocalDate start = agreements.terms(submission.caseId()).start();
        JsonNode signed = submission.values().path(TrialAgreements.AGREEMENT);
        if (SIGNATURES.stream().anyMatch(signature -> day(signed, signature).isAfter(start))) {
            throw new Refusal("worktrial.signedAfterStart", Dates.shown(start));
        }
        if (!isInPlanBy(submission.caseId(), start)) {
            throw new Refusal("worktrial.notInPlan", Dates.shown(start));
        }
    }

    private boolean isInPlanBy(String caseId, LocalDate start) {
        return documents.latest(caseId, "planApproval").map(Document::content)
                .filter(approval -> approval.path("approvedByClient").asBoolean() && approval.hasNonNull("approvedOn"))
                .filter(approval -> !day(approval, "approvedOn").isAfter(start)).isPresent();
    }

    private static LocalDate day(JsonNode content, String name) {
        return LocalDate.parse(content.path(name).asText());
    }
}
