package fi.tyopolku.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money in the order of arrival: nobody who asks later gets money that someone before could use. Those whose start dates
 * belong to different appropriations do not hold each other up.
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
            if (!somebodyIsBefore(request) && hasMoney(ledger.overview(request.municipality()), asQueued(request))) {
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
        List<Appropriation> money = ledger.overview(municipality);
        List<QueuedRequest> before = new ArrayList<>();
        for (QueuedRequest waiting : ledger.waiting(municipality, purpose)) {
            if (isThere.test(waiting.caseId())) {
                if (hasMoney(money, waiting) && before.stream().noneMatch(other -> share(money, other, waiting))) {
                    return Optional.of(waiting);
                }
                before.add(waiting);
            }
        }
        return Optional.empty();
    }

    private boolean somebodyIsBefore(ReservationRequest request) {
        List<Appropriation> money = ledger.overview(request.municipality());
        return ledger.waiting(request.municipality(), request.purpose()).stream()
                .takeWhile(waiting -> !waiting.caseId().equals(request.caseId()))
                .anyMatch(waiting -> share(money, waiting, asQueued(request)));
    }

    private static boolean share(List<Appropriation> money, QueuedRequest one, QueuedRequest other) {
        return money.stream().anyMatch(each -> fits(each, one) && fits(each, other));
    }

    private static boolean hasMoney(List<Appropriation> money, QueuedRequest waiting) {
        return money.stream().anyMatch(each -> fits(each, waiting) && each.availableCents() >= waiting.amountCents());
    }

    private static boolean fits(Appropriation appropriation, QueuedRequest waiting) {
        return appropriation.purpose().equals(waiting.purpose()) && appropriation.project() == null
                && !waiting.startsOn().isBefore(appropriation.validFrom())
                && !waiting.startsOn().isAfter(appropriation.validTo());
    }

    private static QueuedRequest asQueued(ReservationRequest request) {
        return new QueuedRequest(request.caseId(), request.municipality(), request.purpose(), request.amountCents(),
                request.startsOn(), request.discretionary(), null);
    }
}
