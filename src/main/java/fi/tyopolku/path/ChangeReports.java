package fi.tyopolku.path;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.notifications.StaffDirectory;
import fi.tyopolku.notifications.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may report which lasting change of which case. A case of another municipality is answered like an unknown one, so
 * that nobody learns that it exists.
 */
@Component
public class ChangeReports implements SubmissionCheck {

    private static final String DOCUMENT = "change";

    private final CaseRegister cases;
    private final DocumentStore documents;
    private final StaffDirectory staff;
    private final CaseMoveOffers moves;

    ChangeReports(CaseRegister cases, DocumentStore documents, StaffDirectory staff, CaseMoveOffers moves) {
        this.cases = cases;
        this.documents = documents;
        this.staff = staff;
        this.moves = moves;
    }

    @Override
    public void check(Submission submission) {
        if (!"reportChange".equals(submission.processKey())) {
            return;
        }
        ClientCase found = cases.find(submission.caseId())
                .filter(known -> known.municipality().equals(submission.municipality()))
                .orElseThrow(() -> new Refusal("clients.case.unknown"));
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
        if (!mayReport(submission.userId(), found)) {
            throw new Refusal("stages.change.notYours");
        }
        switch (submission.values().path("reportedChange").asText()) {
            case "INTERRUPTION" -> checkInterruption(submission.values(), found);
            case "COACH_CHANGE" -> {
                refuseDeputy(submission.userId(), found);
                checkNewCoach(submission.values().path("newCoach").asText(), found);
            }
            case "MOVE" -> {
                refuseWithoutCoach(found);
                moves.check(submission.values().path(DOCUMENT), found);
            }
            default -> { }
        }
    }

    /**
     * Writes the new coach into the register of cases.
     *
     * @return the user id of the former coach
     */
    public String handOver(String caseId, String newCoach, String by) {
        String former = cases.coachOf(caseId).orElseThrow(() -> new Refusal("stages.change.noCoachYet"));
        String why = documents.latest(caseId, DOCUMENT).map(report -> report.content().path("why").asText())
                .orElse(null);
        cases.changeCoach(caseId, newCoach, by, why);
        return former;
    }

    private boolean mayReport(String userId, ClientCase found) {
        boolean isCoachOfCase = found.coach() == null ? isMember(userId, "coach", found) : found.coach().equals(userId);
        return isCoachOfCase || isMember(userId, "manager", found);
    }

    private boolean isMember(String userId, String group, ClientCase found) {
        return userIds(group, found).contains(userId);
    }

    private List<String> userIds(String group, ClientCase found) {
        return staff.membersOf(group, found.municipality()).stream().map(StaffMember::userId).toList();
    }

    /** Who stands in for the coach keeps the case as it is; it goes back. */
    private void refuseDeputy(String userId, ClientCase found) {
        if (cases.hasDeputy(found.caseId()) && !isMember(userId, "manager", found)) {
            throw new Refusal("stages.change.deputy");
        }
    }

    private static void checkInterruption(JsonNode values, ClientCase found) {
        if (found.status() == CaseStatus.INTERRUPTED) {
            throw new Refusal("stages.change.alreadyInterrupted");
        }
        refuseWithoutCoach(found);
        LocalDate since = LocalDate.parse(values.path("changeFrom").asText());
        if (!LocalDate.parse(values.path("resumeOn").asText()).isAfter(since)) {
            throw new Refusal("stages.change.resumeBeforeStart");
        }
    }

    private void checkNewCoach(String newCoach, ClientCase found) {
        refuseWithoutCoach(found);
        if (newCoach.equals(found.coach())) {
            throw new Refusal("stages.change.sameCoach");
        }
        List<String> coaches = userIds("coach", found);
        if (!coaches.contains(newCoach)) {
            throw new Refusal("stages.change.notACoach", coaches.stream().filter(coach -> !coach.equals(found.coach()))
                    .collect(Collectors.joining(", ")));
        }
    }

    private static void refuseWithoutCoach(ClientCase found) {
        if (found.coach() == null) {
            throw new Refusal("stages.change.noCoachYet");
        }
    }
}
