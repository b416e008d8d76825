package fi.tyopolku.funding;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money in the order of arrival: nobody who asks later gets money that someone before could use. Whoever waits for a
 * start date on which no appropriation is valid holds nobody up.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = AppropriationExhausted.class)
public class FundingQueue {

    private final FundingLedger ledger;
    private final FundingGate gate;

    FundingQueue(FundingLedger ledger, FundingGate gate) {
        this.ledger = ledger;
        this.gate = gate;
    }

    /**
     * Reserves the money, unless somebody waits for it already.
     *
     * @throws AppropriationExhausted when there is none; the case must then be put into the queue in this transaction
     * @throws CannotAcquireLockException when money came at this very moment; the transaction is to be repeated
     */
    public Reservation reserve(ReservationRequest request) {
        try {
            if (!somebodyIsBefore(request)) {
                return ledger.reserve(request);
            }
        } catch (AppropriationExhausted goneMeanwhile) {
            gate.enter(request.municipality(), request.purpose());
            if (!somebodyIsBefore(request) && hasMoney(request.municipality(), asQueued(request))) {
                throw new CannotAcquireLockException("Money came while the case was on its way into the queue");
            }
            throw goneMeanwhile;
        }
        gate.enter(request.municipality(), request.purpose());
        throw new AppropriationExhausted(request.purpose());
    }

    public void enqueue(ReservationRequest request) {
        ledger.enqueue(request);
    }

    /** Place in the queue, from 1; 0 when the case does not wait. */
    @Transactional(readOnly = true)
    public int placeOf(String caseId, String municipality, String purpose) {
        List<String> waiting = ledger.waiting(municipality, purpose).stream().map(QueuedRequest::caseId).toList();
        return waiting.indexOf(caseId) + 1;
    }

    /**
     * Whose turn it is, if there is money for that case now. Closes the queue to others until the transaction ends.
     *
     * @param isThere tells by the case id whether somebody really waits
     */
    public Optional<QueuedRequest> next(String municipality, String purpose, Predicate<String> isThere) {
        gate.enter(municipality, purpose);
        return ledger.waiting(municipality, purpose).stream()
                .filter(waiting -> isPayable(municipality, waiting) && isThere.test(waiting.caseId()))
                .findFirst()
                .filter(first -> hasMoney(municipality, first));
    }

    private boolean somebodyIsBefore(ReservationRequest request) {
        return ledger.waiting(request.municipality(), request.purpose()).stream()
                .takeWhile(waiting -> !waiting.caseId().equals(request.caseId()))
                .anyMatch(waiting -> isPayable(request.municipality(), waiting));
    }

    private boolean isPayable(String municipality, QueuedRequest waiting) {
        return ledger.overview(municipality).stream().anyMatch(each -> fits(each, waiting));
    }

    private boolean hasMoney(String municipality, QueuedRequest waiting) {
        return ledger.overview(municipality).stream()
                .anyMatch(each -> fits(each, waiting) && each.availableCents() >= waiting.amountCents());
    }

    private static boolean fits(Appropriation appropriation, QueuedRequest waiting) {
        return appropriation.purpose().equals(waiting.purpose())
                && !waiting.startsOn().isBefore(appropriation.validFrom())
                && !waiting.startsOn().isAfter(appropriation.validTo());
    }

    private static QueuedRequest asQueued(ReservationRequest request) {
        return new QueuedRequest(request.caseId(), request.municipality(), request.purpose(), request.amountCents(),
                request.startsOn(), request.discretionary(), null);
    }
}
