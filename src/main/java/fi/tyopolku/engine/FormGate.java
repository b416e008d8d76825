package fi.tyopolku.engine;

import java.util.Map;

/**
 * What stands between a form and the engine: the engine asks it what to show in a form and hands it each submission
 * before anything is stored. Declared here so that the engine needs no other module.
 */
public interface FormGate {

    /** Values to show besides the process variables: documents, lists of options. */
    Map<String, Object> shown(OpenForm form);

    /**
     * Checks a submission, stores its documents and answers the routing facts that become process variables.
     *
     * @throws fi.tyopolku.messages.Refusal when anything is wrong; nothing is stored then
     */
    Accepted accept(OpenForm form, Map<String, Object> submitted);

    /** @param caseId the case that the submission belongs to; for a start form the new or named one */
    record Accepted(String caseId, Map<String, Object> routingFacts) {
    }
}
