package fi.tyopolku.employers;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Refuses an interview with half a row, and a decision that names a skill twice or leaves one out without a reason. */
@Component
class EmployerChecks implements SubmissionCheck {

    private static final String DECIDE = "userTask_decideOnGap";

    private final SkillGaps gaps;

    EmployerChecks(SkillGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void check(Submission submission) {
        JsonNode interview = submission.values().path(InterviewForm.DOCUMENT);
        if (interview.isObject()) {
            InterviewForm.needs(interview);
        }
        if (DECIDE.equals(submission.elementId())) {
            checkDecision(submission.caseId(), submission.values().path(SkillGaps.DECISION_DOCUMENT));
        }
    }

    private void checkDecision(String gapId, JsonNode decision) {
        Set<String> decided = new HashSet<>();
        decision.path("trainSkills").forEach(skill -> decided.add(skill.asText()));
        decision.path("recruitSkills").forEach(skill -> {
            if (!decided.add(skill.asText())) {
                throw new Refusal("employers.decidedTwice");
            }
        });
        boolean leavesOut = gaps.of(gapId).stream().anyMatch(gap -> gap.shortage() > 0 && !decided.contains(gap.skill()));
        if (leavesOut && decision.path("nothingReason").asText("").isBlank()) {
            throw new Refusal("employers.reasonMissing");
        }
    }
}
