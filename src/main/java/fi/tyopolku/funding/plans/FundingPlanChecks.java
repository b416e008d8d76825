package fi.tyopolku.funding.plans;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What cannot be in the forms of a funding plan. Another municipality's case is answered like an unknown one. */
@Component
class FundingPlanChecks implements SubmissionCheck {

    private final FundingPlans plans;
    private final CaseRegister cases;

    FundingPlanChecks(FundingPlans plans, CaseRegister cases) {
        this.plans = plans;
        this.cases = cases;
    }

    @Override
    public void check(Submission submission) {
        if (submission.processKey().equals("fundingPlan") && submission.elementId() == null) {
            checkStart(submission);
        } else if ("userTask_addFundingLine".equals(submission.elementId())) {
            checkLine(submission);
        } else if ("userTask_settleWaitingLines".equals(submission.elementId())) {
            checkSettled(submission);
        } else if ("userTask_decideFundingPlan".equals(submission.elementId())) {
            plans.checkFourEyes(plan(submission), submission.userId());
        }
    }

    private void checkStart(Submission submission) {
        if ("CLIENT".equals(submission.values().path("fundingFor").asText())) {
            ClientCase found = cases.find(submission.caseId())
                    .filter(known -> known.municipality().equals(submission.municipality()))
                    .orElseThrow(() -> new Refusal("clients.case.unknown"));
            if (found.status() == CaseStatus.CLOSED) {
                throw new Refusal("clients.case.closed");
            }
        }
        checkDates(submission.values().path(FundingPlans.PLAN));
    }

    private void checkLine(Submission submission) {
        String decision = submission.values().path("lineDecision").asText();
        if ("ADD".equals(decision)) {
            checkDates(submission.values().path(WantedLine.DOCUMENT));
        } else if ("DONE".equals(decision) && plans.lines(plan(submission).id()).isEmpty()) {
            throw new Refusal("funding.plan.noLines");
        }
    }

    private void checkSettled(Submission submission) {
        boolean nothingLeft = plans.lines(plan(submission).id()).stream()
                .allMatch(line -> line.isIn(PlanLine.State.WAITING));
        if ("DROP".equals(submission.values().path("waitingDecision").asText()) && nothingLeft) {
            throw new Refusal("funding.plan.nothingLeft");
        }
    }

    private FundingPlan plan(Submission submission) {
        return plans.openPlan(submission.caseId()).orElseThrow(() -> new Refusal("funding.plan.decided"));
    }

    private static void checkDates(JsonNode document) {
        if (day(document, "endsOn").isBefore(day(document, "startsOn"))) {
            throw new Refusal("funding.datesReversed");
        }
    }

    private static LocalDate day(JsonNode document, String field) {
        return LocalDate.parse(document.path(field).asText());
    }
}
