package fi.tyopolku.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A form that the guard has let through, before anything of it is stored.
 *
 * @param elementId the user task in the model, null for a start form
 * @param caseId null where the submission starts something that belongs to no case
 * @param userId null when the system itself acts
 * @param values routing facts at the root, documents under their kinds
 */
public record Submission(String processKey, String elementId, String caseId, String userId, String municipality,
        ObjectNode values) {
}
