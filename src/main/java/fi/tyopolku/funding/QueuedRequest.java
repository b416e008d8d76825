package fi.tyopolku.funding;

import java.time.Instant;
import java.time.LocalDate;

/** A case that waits for money. */
public record QueuedRequest(
        String caseId,
        String municipality,
        String purpose,
        long amountCents,
        LocalDate startsOn,
        boolean discretionary,
        Instant arrivedAt) {
}
