package fi.tyopolku.clientservices;

import java.time.LocalDate;

/**
 * How a service ended.
 *
 * @param result code of the service, such as {@code RESOLVED}
 * @param nextStep code of what came next, {@link ClientServices#NO_NEXT_STEP} where a reason was recorded instead
 */
public record EndedService(String caseId, String service, LocalDate startsOn, LocalDate endedOn, String result,
        String nextStep) {
}
