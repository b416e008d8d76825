package fi.tyopolku.engine;

import java.util.List;
import java.util.Map;

/**
 * A form as it stands open before a person.
 *
 * @param caseId null in a start form and in processes that belong to no case
 * @param taskId null in a start form
 * @param schema the form's JSON as deployed
 * @param userId null when the system itself acts
 * @param variables the process variables in sight
 */
public record OpenForm(String processKey, String elementId, String caseId, String taskId, String schema, String userId,
        List<String> groups, String municipality, Map<String, Object> variables) {
}
