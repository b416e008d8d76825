package fi.tyopolku.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose approval a client's plan has. Each approval belongs to one version of the plan, so a changed plan has none (Act
 * 380/2023, 38.3 §: the plan is approved by both sides). All versions of the plan and of the approvals are kept.
 */
@Service
@Transactional
public class PathPlans {

    /** The document that holds the plan. */
    public static final String PLAN = "pathPlan";
    /** The document that holds the approvals. */
    public static final String APPROVAL = "planApproval";
    private static final String BY_CLIENT = "approvedByClient";
    private static final String BY_COACH = "approvedByCoach";
    private static final String PLAN_VERSION = "planVersion";
    private static final String CHANGES_WISHED = "changesWished";

    private final DocumentStore documents;
    private final ObjectMapper json;
    private final Clock clock;

    PathPlans(DocumentStore documents, ObjectMapper json, Clock clock) {
        this.documents = documents;
        this.json = json;
        this.clock = clock;
    }

    /** True when the plan as it stands now is approved by the client and by the coach: only then may a service start. */
    @Transactional(readOnly = true)
    public boolean isInForce(String caseId) {
        return approvalOfLatest(caseId).filter(approval -> approval.path(BY_COACH).asBoolean()).isPresent();
    }

    /** True when the client has approved the plan as it stands now. */
    @Transactional(readOnly = true)
    public boolean isApprovedByClient(String caseId) {
        return approvalOfLatest(caseId).isPresent();
    }

    /**
     * Opens the plan for changes; the approvals that it has are withdrawn. May be repeated.
     *
     * @return true when there was a finished plan before
     */
    public boolean open(String caseId, String by) {
        Optional<Document> plan = documents.latest(caseId, PLAN);
        approvalOfLatest(caseId).ifPresent(approval -> withdraw(caseId, approval, by));
        return plan.filter(drawnUp -> drawnUp.content().hasNonNull("actions")).isPresent();
    }

    /** Ties the approval that the coach has just recorded to the plan as it stands now. */
    public void approvedByClient(String caseId, String recordedBy) {
        ObjectNode approval = latestApproval(caseId);
        approval.remove(CHANGES_WISHED);
        approval.put(BY_CLIENT, true).put(BY_COACH, false).put(PLAN_VERSION, latestVersion(caseId, PLAN));
        save(caseId, approval, recordedBy);
    }

    /**
     * The last approval: puts the plan in force.
     *
     * @throws Refusal {@code stages.plan.clientFirst} unless the client has approved this version
     */
    public void approvedByCoach(String caseId, String coach) {
        refuseUnlessClientApproved(caseId);
        ObjectNode approval = latestApproval(caseId);
        approval.put(BY_COACH, true).put("coach", coach).put("approvedByCoachOn", LocalDate.now(clock).toString());
        save(caseId, approval, coach);
    }

    void refuseUnlessClientApproved(String caseId) {
        if (!isApprovedByClient(caseId)) {
            throw new Refusal("stages.plan.clientFirst");
        }
    }

    private void withdraw(String caseId, JsonNode approval, String by) {
        ObjectNode withdrawn = json.createObjectNode().put(BY_CLIENT, false).put(BY_COACH, false)
                .put("withdrawnOn", LocalDate.now(clock).toString());
        withdrawn.set(CHANGES_WISHED, approval.get(CHANGES_WISHED));
        save(caseId, withdrawn, by);
    }

    private Optional<JsonNode> approvalOfLatest(String caseId) {
        int plan = latestVersion(caseId, PLAN);
        return documents.latest(caseId, APPROVAL).map(Document::content).filter(approval ->
                approval.path(BY_CLIENT).asBoolean() && approval.path(PLAN_VERSION).asInt() == plan);
    }

    private ObjectNode latestApproval(String caseId) {
        return documents.latest(caseId, APPROVAL).map(document -> (ObjectNode) document.content().deepCopy())
                .orElseGet(json::createObjectNode);
    }

    private int latestVersion(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::version).orElse(0);
    }

    private void save(String caseId, ObjectNode approval, String by) {
        documents.save(caseId, APPROVAL, approval, latestVersion(caseId, APPROVAL), by);
    }
}
