package fi.tyopolku.supports.camunda;

import fi.tyopolku.clients.CaseClosed;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells mappings that were started by themselves, and so do not end with the path, that the case has ended. */
@Component
class EndedCases {

    private static final String MESSAGE = "caseEnded";

    private final RuntimeService runtime;

    EndedCases(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(CaseClosed closed) {
        runtime.createMessageCorrelation(MESSAGE).processInstanceBusinessKey(closed.caseId()).correlateAll();
    }
}
