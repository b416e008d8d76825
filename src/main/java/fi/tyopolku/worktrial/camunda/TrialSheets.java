package fi.tyopolku.worktrial.camunda;

import fi.tyopolku.worktrial.TrialAgreements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Bean {@code trialSheets} for execution listeners: a task that comes again and again, such as a contact with the
 * workplace, opens with an empty form; earlier entries stay among the versions of the document.
 */
@Component("trialSheets")
public class TrialSheets {

    private final TrialAgreements agreements;

    TrialSheets(TrialAgreements agreements) {
        this.agreements = agreements;
    }

    public void clear(DelegateExecution execution, String kind) {
        agreements.clear(execution.getProcessBusinessKey(), kind);
    }
}
