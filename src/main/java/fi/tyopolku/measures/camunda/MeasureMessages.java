package fi.tyopolku.measures.camunda;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import java.util.Collection;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the places of clients that their measure is over, and ends them with the case. */
@Component
class MeasureMessages {

    private static final String PLACE = "measurePlace";

    private final RuntimeService runtime;

    MeasureMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** For clients who are in the measure or wait for it; whoever does not wait for the news is not disturbed. */
    void ended(Collection<String> caseIds) {
        caseIds.forEach(caseId -> runtime.createMessageCorrelation("measureEnded").processInstanceBusinessKey(caseId)
                .correlateAll());
    }

    @EventListener
    void on(CaseClosed closed) {
        endPlaces(closed.caseId());
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        endPlaces(interrupted.caseId());
    }

    private void endPlaces(String caseId) {
        runtime.createProcessInstanceQuery().processDefinitionKey(PLACE).processInstanceBusinessKey(caseId).list()
                .forEach(place -> runtime.deleteProcessInstance(place.getId(), "The case has ended or is interrupted"));
    }
}
