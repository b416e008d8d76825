package fi.tyopolku.contacttraining;

import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.clientservices.ServicesElsewhere;
import fi.tyopolku.network.TrainingGroups;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever holds a place in a training group is in contact training, on the group's days. */
@Component
class PlacesAsServices implements ServicesElsewhere {

    static final String SERVICE = "CONTACT_TRAINING";

    private final TrainingGroups groups;

    PlacesAsServices(TrainingGroups groups) {
        this.groups = groups;
    }

    @Override
    public List<RunningService> runningFor(String caseId) {
        return groups.groupOf(caseId).map(group -> new RunningService(caseId, SERVICE, null, group.starts(), group.ends(),
                group.teachingWeekdays())).stream().toList();
    }
}
