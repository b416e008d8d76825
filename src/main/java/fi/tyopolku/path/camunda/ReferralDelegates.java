package fi.tyopolku.path.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.path.Referrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Bean {@code registerReferral}: sets clientLabel, language and registeredOn. */
@Component("registerReferral")
class RegisterReferralDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final CaseRegister cases;

    RegisterReferralDelegate(Referrals referrals, CaseRegister cases) {
        this.referrals = referrals;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Client client = referrals.register(execution.getProcessBusinessKey(), execution.getTenantId());
        execution.setVariable("clientLabel", client.clientLabel());
        execution.setVariable("language", client.language());
        execution.setVariable("registeredOn",
                cases.find(execution.getProcessBusinessKey()).orElseThrow().registeredOn().toString());
    }
}
