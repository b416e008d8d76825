package fi.tyopolku.funding.plans;

import java.time.LocalDate;

/**
 * A measure for a client or a group that is to be paid for.
 *
 * @param subjectId the case, or for a group the id under which the plan is kept
 * @param proposedBy user id of whoever drew it up, and never of who decides
 * @param decidedBy null before the decision
 */
public record FundingPlan(String id, String subjectId, String municipality, RuleModel ruleModel, String name,
        LocalDate startsOn, LocalDate endsOn, State state, String proposedBy, String decidedBy) {

    /** Where the plan stands. */
    public enum State {
        DRAFT,
        APPROVED,
        REJECTED,
        GIVEN_UP,
        CASE_ENDED
    }
}
