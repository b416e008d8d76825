package fi.tyopolku.path.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.path.Referrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps that bring a referral into the registers; the bean names are API for modellers. Each sets clientLabel,
 * language and registeredOn.
 */
@Configuration
class ReferralDelegates {

    private final Referrals referrals;
    private final CaseRegister cases;

    ReferralDelegates(Referrals referrals, CaseRegister cases) {
        this.referrals = referrals;
        this.cases = cases;
    }

    @Bean
    JavaDelegate registerReferral() {
        return execution ->
                setFacts(execution, referrals.register(execution.getProcessBusinessKey(), execution.getTenantId()));
    }

    /** After the referral was corrected. */
    @Bean
    JavaDelegate updateReferral() {
        return execution ->
                setFacts(execution, referrals.correct(execution.getProcessBusinessKey(), execution.getTenantId()));
    }

    private void setFacts(DelegateExecution execution, Client client) {
        execution.setVariable("clientLabel", client.clientLabel());
        execution.setVariable("language", client.language());
        execution.setVariable("registeredOn",
                cases.find(execution.getProcessBusinessKey()).orElseThrow().registeredOn().toString());
    }
}
