package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Työn Tiet: a visitor of Tietoluukku before the second visit, a tutor, a client of Masto whose support is being planned,
 * and a mapping of resources that is offered to somebody who works with support.
 */
@Component
@Profile("demo")
@Order(50)
class TyonTietSamples implements PracticeSamples {

    private static final String ADVISOR = "service-advisor";
    private static final String MEET = "userTask_goThroughSituation";

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        tutor(steps, today.minusDays(30));
        visitor(steps, today.minusDays(12), today.minusDays(1));
        steps.itIs(today.minusDays(2));
        if (steps.knows("requestSupport")) {
            steps.start("coach", "requestSupport", Map.of("caseId", caseIds.get("Amina"), "support", "INTEGRATION_SUPPORT",
                    "supportRequest", Map.of("reason", "Tarvitsee suomen kieltä työssä.")));
            steps.settle(caseIds.get("Amina"));
        }
        steps.start("coach", "resourceMapping", Map.of("caseId", caseIds.get("Jussi")));
    }

    private static void tutor(CaseSteps steps, LocalDate day) {
        steps.itIs(day);
        steps.start(ADVISOR, "tutorRegister", Map.of("tutorEntry", Map.of("name", "Hodan Warsame", "kind", "BOTH",
                "email", "hodan.tutor@example.org", "language", "fi", "languages", List.of("so", "ar", "fi"),
                "occupation", "Rakennusala", "availability", "Arki-iltaisin", "places", 2, "agreesToRegister", true)));
    }

    private static void visitor(CaseSteps steps, LocalDate first, LocalDate second) {
        steps.itIs(first);
        String visit = steps.start(ADVISOR, "socialGuidance", Map.of("language", "fi", "walkIn", Map.of("nickname", "Sipe",
                "topics", List.of("HOUSING", "SOCIAL_SECURITY"), "wishesContact", false)));
        steps.submit(ADVISOR, visit, "userTask_welcomeClient", Map.of("guidanceWanted", "YES", "guidanceStart",
                Map.of("studentWorker", "Outi Oppija", "studentSchool", "Sosionomiopiskelija", "clientAgreesToStudent", true,
                        "clientHopes", "Vuokra kuntoon.")));
        Map<String, Object> meeting = new HashMap<>(Map.of("metOn", first.toString(), "manner", "VISIT",
                "doneTogetherWith", List.of("CLIENT", "STUDENT_WORKER"), "obstacles", List.of("HOUSING", "SOCIAL_SECURITY")));
        meeting.putAll(Map.of("housingAction", "ARRANGE_HOUSING", "housingWho", "CLIENT_WITH_STUDENT",
                "housingBy", first.plusDays(20).toString(), "socialSecurityAction", "APPLY_BENEFIT",
                "socialSecurityWho", "CLIENT", "socialSecurityBy", first.plusDays(7).toString()));
        steps.submit(ADVISOR, visit, MEET, Map.of("guidanceMeeting", meeting, "resourceMappingWanted", true,
                "guidanceContinues", true, "nextVisitOn", second.toString()));
        steps.submit(ADVISOR, visit, "userTask_mapResources", Map.of("mappingDecision", "DONE", "resourceMapping",
                Map.of("mappedOn", first.toString(), "physical", 3, "mental", 2, "social", 2)));
        steps.itIs(second);
        steps.settle(visit);
    }
}
