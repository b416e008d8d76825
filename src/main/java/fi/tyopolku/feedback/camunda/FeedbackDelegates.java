package fi.tyopolku.feedback.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.feedback.Feedback;
import fi.tyopolku.feedback.Party;
import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code feedback} and {@code feedbackRequest}; the bean names are API for modellers. */
@Configuration
class FeedbackDelegates {

    private static final List<String> ALL = Arrays.stream(Party.values()).map(Party::name).toList();

    /**
     * Reads partiesAsked, names of {@link Party} joined by commas; without it everybody is asked. Sets feedbackParties, the
     * list over which the requests are called, and coach and clientLabel.
     */
    @Bean
    JavaDelegate prepareFeedback(CaseRegister cases, ClientRegister clients) {
        return execution -> {
            String caseId = execution.getProcessBusinessKey();
            Object asked = execution.getVariable("partiesAsked");
            List<String> parties = new ArrayList<>(asked == null ? ALL : List.of(asked.toString().split(",")));
            // Transient: the call activity that follows in the same transaction is all that reads it.
            execution.setVariable("feedbackParties", Variables.objectValue(parties, true).create());
            execution.setVariable("coach",
                    cases.coachOf(caseId).orElseThrow(() -> new Refusal("feedback.noCoach")));
            execution.setVariable("clientLabel", clients.clientLabel(caseId).orElse(""));
        };
    }

    /** Needs party; sets hasAddress and askedAt. */
    @Bean
    JavaDelegate beginFeedbackRequest(Feedback feedback, Clock clock) {
        return execution -> {
            feedback.begin(execution.getProcessBusinessKey(), party(execution));
            execution.setVariable("hasAddress", feedback.hasAddress(execution.getProcessBusinessKey(), party(execution)));
            execution.setVariable("askedAt", clock.instant().toString());
        };
    }

    /** Input parameter {@code template}; needs party and askedAt. Asks nobody who has answered meanwhile. */
    @Bean
    JavaDelegate askForFeedback(Feedback feedback) {
        return execution -> {
            String caseId = execution.getProcessBusinessKey();
            if (!feedback.isAnswered(caseId, party(execution), Instant.parse((String) execution.getVariable("askedAt")))) {
                feedback.ask(caseId, party(execution), (String) execution.getVariableLocal("template"),
                        execution.getProcessInstanceId());
            }
        };
    }

    /** Needs party; for a telephone call in which the party answered. */
    @Bean
    JavaDelegate countSpokenFeedback(Feedback feedback) {
        return execution -> feedback.countSpoken(execution.getProcessBusinessKey(), party(execution));
    }

    private static Party party(DelegateExecution execution) {
        return Party.valueOf((String) execution.getVariable("party"));
    }
}
