package fi.tyopolku.worktrial;

import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.clientservices.ServicesElsewhere;
import java.util.List;
import org.springframework.stereotype.Component;

/** A period at a workplace counts as a service from the last signature until it is over. */
@Component
class TrialAsService implements ServicesElsewhere {

    static final String SERVICE = "WORK_TRIAL";

    private final TrialAgreements agreements;

    TrialAsService(TrialAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public List<RunningService> runningFor(String caseId) {
        return agreements.running(caseId).map(terms -> new RunningService(caseId, SERVICE, null, terms.start(), terms.end(),
                terms.weekdays())).stream().toList();
    }
}
