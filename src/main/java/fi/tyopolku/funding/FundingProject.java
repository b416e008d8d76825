package fi.tyopolku.funding;

import java.time.LocalDate;

/**
 * A project whose money pays for measures.
 *
 * @param validFrom first and {@code validTo} last day on which something that it pays for may run
 * @param isEuMoney whether it is paid by the European Union, such as the European Social Fund
 */
public record FundingProject(String id, String municipality, String name, LocalDate validFrom, LocalDate validTo,
        boolean isEuMoney) {

    public boolean holds(LocalDate from, LocalDate to) {
        return !from.isBefore(validFrom) && !to.isAfter(validTo);
    }
}
