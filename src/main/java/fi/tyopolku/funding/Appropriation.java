package fi.tyopolku.funding;

import java.time.LocalDate;

/** An appropriation as it stands now, in cents. */
public record Appropriation(
        String id,
        String municipality,
        String funder,
        String purpose,
        LocalDate validFrom,
        LocalDate validTo,
        long amountCents,
        long reservedCents,
        long committedCents) {

    public long availableCents() {
        return amountCents - reservedCents - committedCents;
    }
}
