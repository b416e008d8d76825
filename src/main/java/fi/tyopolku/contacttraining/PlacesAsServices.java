package fi.tyopolku.contacttraining;

import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.clientservices.ServicesElsewhere;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroups;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever holds a place in a training group is in contact training, on the group's days. */
@Component
class PlacesAsServices implements ServicesElsewhere {

    static final String SERVICE = "CONTACT_TRAINING";

    private final TrainingGroups groups;
    private final DocumentStore documents;

    PlacesAsServices(TrainingGroups groups, DocumentStore documents) {
        this.groups = groups;
        this.documents = documents;
    }

    @Override
    public List<RunningService> runningFor(String caseId) {
        return groups.groupOf(caseId)
                // Groups of other trainings have places too; those trainings keep their own record.
                .filter(group -> documents.latest(group.id(), TrainingGroupOpening.DOCUMENT).isPresent())
                .map(group -> new RunningService(caseId, SERVICE, null, group.starts(), group.ends(),
                group.teachingWeekdays())).stream().toList();
    }
}
