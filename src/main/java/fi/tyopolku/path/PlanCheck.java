package fi.tyopolku.path;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import org.springframework.stereotype.Component;

/** An approved plan is changed only after it was opened again, and the coach approves only what the client approved. */
@Component
class PlanCheck implements SubmissionCheck {

    private final PathPlans plans;

    PlanCheck(PathPlans plans) {
        this.plans = plans;
    }

    @Override
    public void check(Submission submission) {
        JsonNode values = submission.values();
        if (values.has(PathPlans.PLAN) && plans.isApprovedByClient(submission.caseId())) {
            throw new Refusal("stages.plan.approved");
        }
        if ("userTask_drawUpPlan".equals(submission.elementId())) {
            refuseWithoutGoal(values.path(PathPlans.PLAN));
        }
        if ("APPROVES".equals(values.path("coachDecision").asText())) {
            plans.refuseUnlessClientApproved(submission.caseId());
        }
    }

    private static void refuseWithoutGoal(JsonNode plan) {
        if (!plan.hasNonNull("competenceGoal") && !plan.hasNonNull("employmentGoal")) {
            throw new Refusal("stages.plan.noGoal");
        }
    }
}
