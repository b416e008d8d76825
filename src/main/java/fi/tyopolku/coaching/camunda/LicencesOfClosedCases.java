package fi.tyopolku.coaching.camunda;

import fi.tyopolku.clients.CaseClosed;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A closed case ends its licences: nobody is reminded of a renewal after the clientship. */
@Component
class LicencesOfClosedCases {

    private final RuntimeService runtime;

    LicencesOfClosedCases(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(CaseClosed closed) {
        runtime.createMessageCorrelation("licenceCaseClosed").processInstanceBusinessKey(closed.caseId()).correlateAll();
    }
}
