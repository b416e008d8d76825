package fi.tyopolku.path.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.path.SupportRequests;
import fi.tyopolku.path.SupportServices;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The supports beside the stages; the bean names are API for modellers. */
@Configuration
class NeedDelegates {

    private static final String NEEDS = "supportNeeds";
    /** The routing fact by which each service reports its end. */
    private static final Map<String, String> RESULTS = Map.of("SOCIAL_GUIDANCE", "socialGuidanceResult",
            "INTEGRATION_SUPPORT", "integrationResult", "SPECIAL_SUPPORT", "specialSupportResult");
    /** The routing fact that says to each service which needs led to it. */
    private static final Map<String, String> REASONS = Map.of("SOCIAL_GUIDANCE", "socialGuidanceReasons",
            "INTEGRATION_SUPPORT", "integrationSupportReasons", "SPECIAL_SUPPORT", "specialSupportReasons");

    /**
     * Reads supportNeeds, codes joined by commas; sets supportsToStart (codes of services, joined by commas),
     * supportsNotStarted and the reasons of each service that starts.
     */
    @Bean
    JavaDelegate chooseSupports(SupportServices supports) {
        return execution -> {
            SupportServices.Choice choice = supports.choose(execution.getProcessBusinessKey(), needs(execution));
            execution.setVariable("supportsToStart", String.join(",", choice.toStart().keySet()));
            execution.setVariable("supportsNotStarted", !choice.notStarted().isEmpty());
            choice.toStart().forEach((service, needs) -> {
                execution.setVariable(REASONS.get(service), String.join(",", needs));
                execution.removeVariable(RESULTS.get(service)); // of an earlier round
            });
        };
    }

    @Bean
    JavaDelegate noteSupportEnd(SupportServices supports) {
        return execution -> supports.ended(execution.getProcessBusinessKey(), RESULTS.entrySet().stream()
                .filter(result -> execution.getVariable(result.getValue()) != null)
                .collect(Collectors.toMap(Map.Entry::getKey, result -> (String) execution.getVariable(result.getValue()))));
    }

    @Bean
    JavaDelegate leaveSupportsOut(SupportServices supports) {
        return execution -> supports.leaveOut(execution.getProcessBusinessKey(), needs(execution));
    }

    /** Needs the routing fact support; sets supportNeeds and what a stage gets: clientLabel, coach, language, registeredOn. */
    @Bean
    JavaDelegate noteSupportRequest(SupportRequests requests, CaseRegister cases, ClientRegister clients) {
        return execution -> {
            String support = (String) execution.getVariable("support");
            requests.note(execution.getProcessBusinessKey(), support);
            execution.setVariable(NEEDS, support);
            StageFacts.of(execution.getProcessBusinessKey(), cases, clients).forEach(execution::setVariable);
        };
    }

    private static List<String> needs(DelegateExecution execution) {
        String needs = (String) execution.getVariable(NEEDS);
        return needs == null ? List.of() : Arrays.stream(needs.split(",")).filter(need -> !need.isBlank()).toList();
    }

    /** What every stage is told of its case. */
    static final class StageFacts {

        private StageFacts() {
        }

        static Map<String, Object> of(String caseId, CaseRegister cases, ClientRegister clients) {
            ClientCase found = cases.find(caseId).orElseThrow();
            Client client = clients.client(caseId).orElseThrow();
            return Map.of("clientLabel", client.clientLabel(), "coach", found.coach(), "language", client.language(),
                    "registeredOn", found.registeredOn().toString());
        }
    }
}
