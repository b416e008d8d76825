package fi.tyopolku.funding;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that ends or pauses gives back the money not yet committed and leaves the queue. */
@Component("fundingCaseEndings")
class CaseEndings {

    private static final String BY = "system";

    private final FundingLedger ledger;

    CaseEndings(FundingLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(CaseClosed closed) {
        letGo(closed.caseId());
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        letGo(interrupted.caseId());
    }

    private void letGo(String caseId) {
        // First out of the queue: money given back must not wake the case that gave it.
        ledger.leaveQueue(caseId);
        ledger.release(caseId, BY);
    }
}
