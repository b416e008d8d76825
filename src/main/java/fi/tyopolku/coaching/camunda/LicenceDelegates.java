package fi.tyopolku.coaching.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.coaching.Licence;
import fi.tyopolku.coaching.Licences;
import fi.tyopolku.coaching.Licences.Renewal;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of licences during employment; the bean names are API for modellers. */
@Configuration
class LicenceDelegates {

    private static final String PROCESS = "licence";
    private static final String ID = "licenceId";
    private static final String PLANNED = "licencePlannedOn";
    private static final String RENEWAL = "licenceRenewal";
    private static final String VALIDITY = "validity";
    private static final String COACH = "coach";
    private static final String LABEL = "clientLabel";

    /** Starts the process licence for the sheet licencePlan of the case, with the coach who ordered it. */
    @Bean
    JavaDelegate orderLicence(Licences licences) {
        return execution -> {
            Licence licence = licences.register(execution.getProcessBusinessKey());
            Map<String, Object> facts = new HashMap<>(Map.of(ID, licence.id(), PLANNED, licence.plannedOn().toString(),
                    LABEL, execution.getVariable(LABEL), COACH, responsible(execution)));
            facts.put("municipality", execution.getTenantId());
            execution.getProcessEngineServices().getRuntimeService().createProcessInstanceByKey(PROCESS)
                    .businessKey(execution.getProcessBusinessKey()).setVariables(facts).execute();
        };
    }

    /** Sets licenceId, licencePlannedOn, coach and clientLabel, unless a coaching meeting has ordered the licence. */
    @Bean
    JavaDelegate registerLicence(Licences licences, CaseRegister cases, ClientRegister clients) {
        return execution -> {
            if (!execution.hasVariable(ID)) {
                String caseId = execution.getProcessBusinessKey();
                Licence licence = licences.register(caseId);
                execution.setVariable(ID, licence.id());
                execution.setVariable(PLANNED, licence.plannedOn().toString());
                execution.setVariable(COACH, cases.coachOf(caseId).orElseThrow());
                execution.setVariable(LABEL, clients.client(caseId).map(Client::clientLabel).orElse(""));
            }
        };
    }

    /** Needs licenceOutcome; sets licencePlannedOn. */
    @Bean
    JavaDelegate enterLicenceResult(Licences licences) {
        return execution -> execution.setVariable(PLANNED,
                licences.enterResult(text(execution, ID), text(execution, "licenceOutcome")).plannedOn().toString());
    }

    /**
     * Asks the table licenceRenewal, or takes the validity that a person has confirmed. Sets licenceRenewal (RENEW,
     * NO_RENEWAL, CONFIRM, CHECK_BY_HAND) and, when it must be renewed, licenceRenewBy.
     */
    @Bean
    JavaDelegate findLicenceRenewal(Licences licences) {
        return execution -> {
            String id = text(execution, ID);
            Renewal renewal = execution.hasVariable(VALIDITY)
                    ? licences.confirmValidity(id, text(execution, VALIDITY)) : licences.findRenewal(id);
            execution.removeVariable(VALIDITY);
            execution.setVariable(RENEWAL, renewal.name());
            if (renewal == Renewal.RENEW) {
                execution.setVariable("licenceRenewBy", licences.find(id).orElseThrow().renewBy().toString());
            }
        };
    }

    /** Needs renewalOutcome. */
    @Bean
    JavaDelegate enterLicenceRenewal(Licences licences) {
        return execution -> licences.enterRenewal(text(execution, ID), text(execution, "renewalOutcome"));
    }

    private static String responsible(DelegateExecution execution) {
        String workCoach = text(execution, "workCoach");
        return workCoach == null || workCoach.isEmpty() ? text(execution, COACH) : workCoach;
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
