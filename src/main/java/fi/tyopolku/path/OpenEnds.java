package fi.tyopolku.path;

import java.util.List;

/**
 * Where a chain of services has come to a stop without anybody having decided so (S3-51), for the joint meeting of a
 * municipality. Implemented with the engine.
 */
public interface OpenEnds {

    Findings of(String municipality);

    /**
     * @param withoutNextStep services and supports that have ended with neither a next step nor a recorded reason; the
     *     registers do not allow any
     * @param notTakenUp agreed needs of open cases that no support answers and about which nobody is asked
     * @param stuck cases that are not closed and in which nobody has a task, nothing is awaited and no timer runs
     */
    record Findings(List<EndedStep> withoutNextStep, List<EndedStep> notTakenUp, List<String> stuck) {

        public boolean isEmpty() {
            return withoutNextStep.isEmpty() && notTakenUp.isEmpty() && stuck.isEmpty();
        }
    }

    /** @param step code of the service or of the need */
    record EndedStep(String caseId, String step) {
    }
}
