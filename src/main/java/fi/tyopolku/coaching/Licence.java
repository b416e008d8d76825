package fi.tyopolku.coaching;

import java.time.LocalDate;

/**
 * A licence or another training during employment.
 *
 * @param kind code as in the decision table {@code licenceRenewal}
 * @param kindOther what it is when the code does not tell, else null
 * @param payer code of the funder, NONE where it costs nothing
 * @param doneOn null until it was done
 * @param renewBy null while unknown and where nothing must be renewed
 */
public record Licence(String id, String caseId, String kind, String kindOther, String provider, long costCents,
        String payer, LocalDate plannedOn, LocalDate doneOn, LocalDate renewBy, State state) {

    public enum State {
        PLANNED, DONE, NOT_TAKEN, LAPSED, ENDED_WITH_CASE
    }
}
