package fi.tyopolku.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * What a person has typed into a task's form and not yet submitted.
 *
 * @param formHash of the form that it was typed into; another one means that the form has been revised since
 * @param content routing facts at the root, documents under their kinds; only fields that the person can change
 * @param openedVersions by kind: the version of the document that the person saw
 */
record FormDraft(String formHash, ObjectNode content, Map<String, Integer> openedVersions, Instant savedAt) {
}
