package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A case that went to another coach for good, and one with a deputy from next week on. */
@Component
@Profile("demo")
@Order(100)
class HandOverSamples implements PracticeSamples {

    private static final String COACH = "coach";
    private static final String COLLEAGUE = "coach3";

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        String forGood = caseIds.get("Raimo");
        String deputised = caseIds.get("Elsa");
        steps.itIs(today.minusDays(2));
        String handOver = steps.start(COACH, "handOver", Map.of("fromCoach", COACH, "handOverKind", "FOR_GOOD", "newCoach",
                COLLEAGUE, "whichCases", "CHOSEN", "chosenCases", List.of(forGood),
                "handOver", Map.of("why", "Asiakas muutti lähemmäs työtoveria.")));
        steps.settle(forGood);
        steps.settle(handOver);
        steps.itIs(today.minusDays(1));
        String absence = steps.start(COACH, "handOver", Map.of("fromCoach", COACH, "handOverKind", "TEMPORARY", "absenceFrom",
                today.plusDays(7).toString(), "absenceTo", today.plusDays(14).toString(), "newCoach", COLLEAGUE,
                "whichCases", "CHOSEN", "chosenCases", List.of(deputised), "handOver", Map.of("why", "Vuosiloma.")));
        steps.settle(absence);
        steps.itIs(today);
    }
}
