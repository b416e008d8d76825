package fi.tyopolku.coaching;

import fi.tyopolku.clients.CaseClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A closed case frees its workplace coach, and its licences are followed no longer. */
@Component("coachingCaseEndings")
class CaseEndings {

    private final WorkplaceCoachings coachings;
    private final Licences licences;

    CaseEndings(WorkplaceCoachings coachings, Licences licences) {
        this.coachings = coachings;
        this.licences = licences;
    }

    @EventListener
    void on(CaseClosed closed) {
        coachings.end(closed.caseId());
        licences.endWithCase(closed.caseId());
    }
}
