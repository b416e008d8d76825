package fi.tyopolku.employers.camunda;

import fi.tyopolku.documents.NewCaseIds;
import fi.tyopolku.engine.access.ActingPerson;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts processes of the region that follow from one another, each under an id of its own in the same municipality. */
@Component
class NetworkStarts {

    private static final String PROCUREMENT = "trainingProcurement";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ActingPerson person;
    private final NewCaseIds ids;

    NetworkStarts(RuntimeService runtime, RepositoryService repository, ActingPerson person, NewCaseIds ids) {
        this.runtime = runtime;
        this.repository = repository;
        this.person = person;
        this.ids = ids;
    }

    void skillGap(String municipality, String industry) {
        start("skillGap", municipality, Map.of("industry", industry));
    }

    /** Where no measures are procured there is no such process; the decision then stands in the gap list alone. */
    void trainingProcurement(String municipality, String industry, String gapId) {
        boolean isThere = person.asSystem(() -> repository.createProcessDefinitionQuery().processDefinitionKey(PROCUREMENT)
                .latestVersion().count() > 0);
        if (isThere) {
            start(PROCUREMENT, municipality, Map.of("industry", industry, "gapId", gapId));
        }
    }

    private void start(String process, String municipality, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("municipality", municipality);
        person.asSystem(() -> runtime.createProcessInstanceByKey(process).businessKey(ids.next()).setVariables(all).execute());
    }
}
