package fi.tyopolku.funding;

import java.time.LocalDate;

/**
 * An appropriation as it stands now, in cents.
 *
 * @param project id of the project it is reserved for; null for none
 */
public record Appropriation(
        String id,
        String municipality,
        String funder,
        String purpose,
        LocalDate validFrom,
        LocalDate validTo,
        long amountCents,
        long reservedCents,
        long committedCents,
        String project) {

    public long availableCents() {
        return amountCents - reservedCents - committedCents;
    }
}
