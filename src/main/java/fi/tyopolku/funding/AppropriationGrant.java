package fi.tyopolku.funding;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Money that a funder gives to a municipality for one purpose.
 *
 * @param validFrom first and {@code validTo} last start date of what the money may pay for
 * @param project id of the project it is reserved for; null for none
 */
public record AppropriationGrant(String municipality, String funder, String purpose, LocalDate validFrom,
        LocalDate validTo, long amountCents, String project) {

    /** Money that no project has reserved. */
    public AppropriationGrant(String municipality, String funder, String purpose, LocalDate validFrom,
            LocalDate validTo, long amountCents) {
        this(municipality, funder, purpose, validFrom, validTo, amountCents, null);
    }

    public AppropriationGrant {
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(funder, "funder");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(validTo, "validTo");
    }
}
