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
        ledger.letGo(closed.caseId(), BY);
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        ledger.letGo(interrupted.caseId(), BY);
    }
}
