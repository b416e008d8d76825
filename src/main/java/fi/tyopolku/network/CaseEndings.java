package fi.tyopolku.network;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that ends or pauses gives up its place or its turn. */
@Component("trainingPlaceCaseEndings")
class CaseEndings {

    private final TrainingGroups groups;

    CaseEndings(TrainingGroups groups) {
        this.groups = groups;
    }

    @EventListener
    void on(CaseClosed closed) {
        groups.release(closed.caseId());
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        groups.release(interrupted.caseId());
    }
}
