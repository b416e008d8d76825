package fi.tyopolku.funding.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.funding.FundingPurpose;
import fi.tyopolku.funding.FundingQueue;
import fi.tyopolku.funding.MoneyAvailable;
import fi.tyopolku.funding.QueuedRequest;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wakes the first case in the queue when there is money for it. One at a time: a case that has got its money wakes the
 * next, so that the order holds however many jobs run at once.
 */
@Component
class FundingQueueMover {

    private static final String MESSAGE = "moneyAvailable";
    private static final String PROCESS = "fundingReservation";

    private final FundingQueue queue;
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ActingPerson> acting;

    FundingQueueMover(FundingQueue queue, ObjectProvider<RuntimeService> runtime,
            ObjectProvider<ActingPerson> acting) {
        this.queue = queue;
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    @Transactional
    public void on(MoneyAvailable money) {
        moveOn(money.municipality(), money.purpose());
    }

    public void moveOn(String municipality, boolean discretionary) {
        moveOn(municipality, discretionary ? FundingPurpose.PAY_SUBSIDY : FundingPurpose.EMPLOYMENT_SUPPORT_55);
    }

    private void moveOn(String municipality, String purpose) {
        // Whoever brought the money may have no rights to the cases that wait for it.
        acting.getObject().asSystem(() -> {
            queue.next(municipality, purpose, this::isThere).map(QueuedRequest::caseId).filter(this::waits)
                    .ifPresent(this::wake);
            return null;
        });
    }

    private boolean isThere(String caseId) {
        return runtime.getObject().createProcessInstanceQuery().processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(caseId).count() > 0;
    }

    /** False for a case that is on its way already. */
    private boolean waits(String caseId) {
        return runtime.getObject().createExecutionQuery().processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(caseId).messageEventSubscriptionName(MESSAGE).count() == 1;
    }

    private void wake(String caseId) {
        runtime.getObject().createMessageCorrelation(MESSAGE).processInstanceBusinessKey(caseId).correlate();
    }
}
