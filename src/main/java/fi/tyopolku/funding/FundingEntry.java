package fi.tyopolku.funding;

import java.time.Instant;

/**
 * One entry of an appropriation's journal. Its sums follow from the entries: the amount is all GRANTED; reserved is
 * RESERVED less COMMITTED less RELEASED; committed is COMMITTED less RECOVERED.
 *
 * @param reservationId null for GRANTED
 */
public record FundingEntry(
        long number,
        String appropriationId,
        String reservationId,
        Kind kind,
        long amountCents,
        String enteredBy,
        Instant enteredAt) {

    /** What happened to the money. */
    public enum Kind {
        GRANTED,
        RESERVED,
        COMMITTED,
        RELEASED,
        RECOVERED
    }
}
