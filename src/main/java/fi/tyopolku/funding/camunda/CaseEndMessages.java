package fi.tyopolku.funding.camunda;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.engine.access.ActingPerson;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the funding plans of a case that has ended, after their money has been given back. */
@Component
class CaseEndMessages {

    private static final String MESSAGE = "fundedCaseEnded";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ActingPerson> acting;

    CaseEndMessages(ObjectProvider<RuntimeService> runtime, ObjectProvider<ActingPerson> acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    @Order
    void on(CaseClosed closed) {
        // Whoever ends the case may have no rights to its funding plans.
        acting.getObject().asSystem(() -> {
            runtime.getObject().createMessageCorrelation(MESSAGE).processInstanceBusinessKey(closed.caseId()).correlateAll();
            return null;
        });
    }
}
