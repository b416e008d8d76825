package fi.tyopolku.path.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.handover.CaseWork;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.path.ChangeReports;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries a reported change to the client's path; the bean names are API for modellers. */
@Configuration
class ChangeDelegates {

    /** Ends the path; sets withdrawnOn there. */
    @Bean
    JavaDelegate reportWithdrawal(Clock clock) {
        return execution -> tellPath(execution, "clientWithdraws", Map.of("withdrawnOn", LocalDate.now(clock).toString()));
    }

    /** Needs the routing fact {@code resumeOn}, an ISO date; sets it in the path. */
    @Bean
    JavaDelegate reportInterruption() {
        return execution -> tellPath(execution, "pathInterrupted", Map.of("resumeOn", execution.getVariable("resumeOn")));
    }

    /** Needs the routing fact {@code newCoach}, a user id. */
    @Bean
    JavaDelegate changeCoach(ChangeReports reports, CaseWork work, ActingPerson acting) {
        return execution -> {
            String newCoach = (String) execution.getVariable("newCoach");
            String former = reports.handOver(execution.getProcessBusinessKey(), newCoach, acting.userId().orElse("system"));
            work.give(execution.getProcessBusinessKey(), execution.getTenantId(), former, newCoach);
        };
    }

    /** Only the path itself waits for these messages, though its stages and this report carry the same business key. */
    private static void tellPath(DelegateExecution execution, String message, Map<String, Object> facts) {
        try {
            execution.getProcessEngineServices().getRuntimeService().createMessageCorrelation(message)
                    .processInstanceBusinessKey(execution.getProcessBusinessKey()).setVariables(facts).correlate();
        } catch (MismatchingMessageCorrelationException pathIsJustMoving) {
            throw new Refusal("stages.change.notNow");
        }
    }
}
