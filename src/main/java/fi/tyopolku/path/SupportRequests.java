package fi.tyopolku.path;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.notifications.StaffDirectory;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * A support asked for in the middle of a path, by the client's coach or a service advisor. A case of another
 * municipality is answered like an unknown one.
 */
@Component
public class SupportRequests implements SubmissionCheck {

    private final CaseRegister cases;
    private final ClientServices services;
    private final SupportNeeds needs;
    private final StaffDirectory staff;
    private final Clock clock;

    SupportRequests(CaseRegister cases, ClientServices services, SupportNeeds needs, StaffDirectory staff, Clock clock) {
        this.cases = cases;
        this.services = services;
        this.needs = needs;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void check(Submission submission) {
        if (!"requestSupport".equals(submission.processKey())) {
            return;
        }
        ClientCase found = cases.find(submission.caseId())
                .filter(known -> known.municipality().equals(submission.municipality()))
                .orElseThrow(() -> new Refusal("clients.case.unknown"));
        refuseUnlessOpen(found);
        refuseOthersCase(submission.userId(), found);
        String support = submission.values().path("support").asText();
        services.refuseOverlap(new NewClientService(found.caseId(), found.municipality(), support, null,
                LocalDate.now(clock), null));
        if (needs.isRunning(found.caseId(), support)) {
            throw new Refusal("path.support.runs");
        }
    }

    /** The need is open again, whatever became of it before. A support is a need under the same code. */
    public void note(String caseId, String support) {
        needs.cameUp(caseId, support);
    }

    private static void refuseUnlessOpen(ClientCase found) {
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
        if (found.status() != CaseStatus.OPEN) {
            throw new Refusal("path.support.notOpen");
        }
    }

    private void refuseOthersCase(String userId, ClientCase found) {
        boolean isAdvisor = staff.membersOf("service-advisor", found.municipality()).stream()
                .anyMatch(member -> member.userId().equals(userId));
        if (!isAdvisor && !userId.equals(found.coach())) {
            throw new Refusal("path.support.notYours");
        }
    }
}
