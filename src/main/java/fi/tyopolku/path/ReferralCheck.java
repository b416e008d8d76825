package fi.tyopolku.path;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import org.springframework.stereotype.Component;

/** Recognises a person who already has a path, before anything of the referral is stored. */
@Component
class ReferralCheck implements SubmissionCheck {

    private final ClientRegister clients;

    ReferralCheck(ClientRegister clients) {
        this.clients = clients;
    }

    @Override
    public void check(Submission submission) {
        JsonNode referral = submission.values().path(Referrals.DOCUMENT);
        boolean writes = referral.hasNonNull("personalIdentityCode");
        if (!writes) {
            return;
        }
        NewReferral read = Referrals.read(referral, submission.municipality());
        clients.openCaseOf(read.identityCode(), submission.municipality())
                .filter(open -> !open.equals(submission.caseId()))
                .ifPresent(open -> {
                    throw new Refusal("path.alreadyOpen", open);
                });
    }
}
