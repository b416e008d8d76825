package fi.tyopolku.funding;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of a case's funding, paid from one appropriation.
 *
 * @param amountCents what was reserved and, once committed, promised
 * @param recoveredCents what of it came back
 * @param reference id of the line of a funding plan; null for the case's one line for the purpose
 */
public record Reservation(
        String id,
        String caseId,
        String municipality,
        String purpose,
        String appropriationId,
        String funder,
        long amountCents,
        long recoveredCents,
        LocalDate startsOn,
        boolean discretionary,
        State state,
        Instant reservedAt,
        String reference) {

    /** Reserved until the job starts, then committed; released when nothing comes of it. */
    public enum State {
        RESERVED,
        COMMITTED,
        RELEASED
    }
}
