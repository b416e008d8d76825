package fi.tyopolku.supports;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that ends or pauses gives its tutor free; what was agreed in supports ends with the case. */
@Component("supportCaseEndings")
class CaseEndings {

    private final Tutors tutors;
    private final SupportActions actions;

    CaseEndings(Tutors tutors, SupportActions actions) {
        this.tutors = tutors;
        this.actions = actions;
    }

    @EventListener
    void on(CaseClosed closed) {
        tutors.release(closed.caseId());
        actions.endAll(closed.caseId());
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        tutors.release(interrupted.caseId());
    }
}
