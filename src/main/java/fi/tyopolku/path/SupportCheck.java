package fi.tyopolku.path;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A client can accept only what was offered. */
@Component
class SupportCheck implements SubmissionCheck {

    @Override
    public void check(Submission submission) {
        if (!"userTask_agreeOnSupports".equals(submission.elementId())) {
            return;
        }
        Set<JsonNode> offered = new HashSet<>();
        submission.values().path("supportOffer").path("offered").forEach(offered::add);
        submission.values().path("supportsAccepted").forEach(accepted -> {
            if (!offered.contains(accepted)) {
                throw new Refusal("stages.supports.notOffered");
            }
        });
    }
}
