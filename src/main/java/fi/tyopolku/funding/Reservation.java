package fi.tyopolku.funding;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of a case's funding, paid from one appropriation.
 *
 * @param amountCents what was reserved and, once committed, promised
 * @param recoveredCents what of it came back
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
        Instant reservedAt) {

    /** Reserved until the job starts, then committed; released when nothing comes of it. */
    public enum State {
        RESERVED,
        COMMITTED,
        RELEASED
    }
}
