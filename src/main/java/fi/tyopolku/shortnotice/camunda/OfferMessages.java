package fi.tyopolku.shortnotice.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.shortnotice.OfferChanged;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes the process of an offer when something happened to it. Who does not wait looks when it comes to waiting. */
@Component
class OfferMessages {

    private static final String MESSAGE = "offerChanged";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ActingPerson> acting;

    OfferMessages(ObjectProvider<RuntimeService> runtime, ObjectProvider<ActingPerson> acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    void on(OfferChanged changed) {
        // A client answers without log-in, and one client's answer wakes the offers of others.
        acting.getObject().asSystem(() -> {
            runtime.getObject().createMessageCorrelation(MESSAGE).processInstanceBusinessKey(changed.caseId())
                    .processInstanceVariableEquals("placeId", changed.placeId()).correlateAll();
            return null;
        });
    }
}
