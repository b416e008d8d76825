package fi.tyopolku.clientservices;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * A client begins a service.
 *
 * @param service code, such as {@code SOCIAL_GUIDANCE}
 * @param project code of the project that pays for it, null for none
 * @param endsOn null while the end is open
 * @param weekdays days on which it takes the client's time; empty where no days are fixed
 */
public record NewClientService(String caseId, String municipality, String service, String project, LocalDate startsOn,
        LocalDate endsOn, Set<DayOfWeek> weekdays) {

    public NewClientService(String caseId, String municipality, String service, String project, LocalDate startsOn,
            LocalDate endsOn) {
        this(caseId, municipality, service, project, startsOn, endsOn, Set.of());
    }

    RunningService asRunning() {
        return new RunningService(caseId, service, project, startsOn, endsOn, weekdays);
    }
}
