package fi.tyopolku.contacttraining.camunda;

import fi.tyopolku.network.PlaceFreed;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the paths of clients what happened in their training group. Whoever does not wait for it is not disturbed. */
@Component
class PathMessages {

    private final RuntimeService runtime;

    PathMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void weekRecorded(Collection<String> caseIds) {
        tell("trainingWeekRecorded", caseIds);
    }

    /** Who was in training looks at the ledger and finds the place gone; who was waiting stops waiting. */
    void groupEnded(Collection<String> caseIds) {
        tell("trainingWeekRecorded", caseIds);
        tell("trainingGroupEnded", caseIds);
    }

    @EventListener
    void on(PlaceFreed freed) {
        tell("placeFreed", List.of(freed.caseId()));
    }

    private void tell(String message, Collection<String> caseIds) {
        caseIds.forEach(caseId -> runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseId)
                .correlateAll());
    }
}
