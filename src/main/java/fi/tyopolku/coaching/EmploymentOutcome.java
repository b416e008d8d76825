package fi.tyopolku.coaching;

import java.time.LocalDate;

/**
 * Where a worker went when a job, or its subsidy, ended.
 *
 * @param wentTo SAME_EMPLOYER, OTHER_EMPLOYER, STUDIES, UNEMPLOYED or OTHER
 * @param smallProgress whether small steps forward were recorded, with what shows them
 */
public record EmploymentOutcome(String caseId, String municipality, boolean subsidised, LocalDate endedOn, String wentTo,
        boolean smallProgress) {
}
