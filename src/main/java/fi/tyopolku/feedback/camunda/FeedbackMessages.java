package fi.tyopolku.feedback.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.feedback.FeedbackGiven;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the waiting for an answer that has come. Who answers after the time does not disturb anybody. */
@Component
class FeedbackMessages {

    private static final String MESSAGE = "feedbackGiven";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ActingPerson> acting;

    FeedbackMessages(ObjectProvider<RuntimeService> runtime, ObjectProvider<ActingPerson> acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    void on(FeedbackGiven given) {
        acting.getObject().asSystem(() -> {
            runtime.getObject().createMessageCorrelation(MESSAGE).processInstanceBusinessKey(given.caseId())
                    .processInstanceVariableEquals("party", given.party().name()).correlateAll();
            return null;
        });
    }
}
