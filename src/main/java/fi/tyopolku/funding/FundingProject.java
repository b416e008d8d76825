package fi.tyopolku.funding;

import java.time.LocalDate;

/**
 * A project whose money pays for measures.
 *
 * @param funder who pays, in words
 * @param validFrom first and {@code validTo} last day on which something that it pays for may run
 * @param isEuMoney whether the European Union pays a part, such as the European Social Fund
 * @param sharedGoal the goal that its partners share
 */
public record FundingProject(String id, String municipality, String name, String funder, boolean isEuMoney,
        LocalDate validFrom, LocalDate validTo, String sharedGoal) {

    public boolean holds(LocalDate from, LocalDate to) {
        return !from.isBefore(validFrom) && !to.isAfter(validTo);
    }
}
