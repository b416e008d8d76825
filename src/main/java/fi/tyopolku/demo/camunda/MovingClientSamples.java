package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A client who moves to Sodankylä and waits for an answer there, and a support asked for in the middle of a path. */
@Component
@Profile("demo")
@Order(80)
class MovingClientSamples implements PracticeSamples {

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        steps.itIs(today.minusDays(2));
        steps.start("coach", "reportChange", Map.of("caseId", caseIds.get("Onni"), "reportedChange", "MOVE",
                "changeFrom", today.minusDays(2).toString(), "change", Map.of("why", "Sai asunnon Sodankylästä.",
                        "toMunicipality", "Sodankylä", "movesOn", today.plusDays(20).toString(), "handOverConsent", "YES")));
        steps.start("service-advisor", "requestSupport", Map.of("caseId", caseIds.get("Raimo"), "support",
                "SPECIAL_SUPPORT", "supportRequest", Map.of("reason", "Lukeminen vie paljon aikaa; asiakas toivoo tukea.")));
        steps.settle(caseIds.get("Onni"));
    }
}
