package fi.tyopolku.path.camunda;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** On whose behalf a step of a process runs. */
final class ActingUser {

    private static final String SYSTEM = "system";

    private ActingUser() {
    }

    /** The person whose submission leads here in one go; {@code system} when a job does. */
    static String of(DelegateExecution execution) {
        var person = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return person == null || person.getUserId() == null ? SYSTEM : person.getUserId();
    }
}
