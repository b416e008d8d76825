package fi.tyopolku.demo.camunda;

import fi.tyopolku.funding.FundingProjects;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A joint purchase that waits for the employer's answer, and a trade training with a client in it. */
@Component
@Profile("demo")
@Order(30)
class MeasureSamples implements PracticeSamples {

    private static final String MUNICIPALITY = "kemijarvi";
    private static final String LIAISON = "employer-liaison";
    private static final List<String> WORKING_DAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

    private final FundingProjects projects;

    MeasureSamples(FundingProjects projects) {
        this.projects = projects;
    }

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        steps.itIs(today.minusWeeks(5));
        // The one that the samples of Kemi have entered.
        String project = projects.of(MUNICIPALITY).get(0).id();
        jointPurchase(steps, today, project);
        tradeTraining(steps, today, project, caseIds.get("Tuula"));
    }

    private static void jointPurchase(CaseSteps steps, LocalDate today, String project) {
        String id = steps.start(LIAISON, "trainingProcurement", Map.of("industry", "TOURISM", "trainingNeed",
                Map.of("need", "Hotellit ja ohjelmapalvelut hakevat tekijöitä talvikaudeksi.")));
        Map<String, Object> plan = new HashMap<>(Map.of("name", "Matkailun osaaja", "kind", "JOINT_PURCHASE_TRAINING",
                "industry", "TOURISM", "aim", "SKILLS", "project", project, "content", "Asiakaspalvelu, kielet, turvallisuus.",
                "learningGoals", "Osaa palvella asiakasta kahdella kielellä.", "places", 16,
                "starts", today.plusWeeks(8).toString(), "ends", today.plusWeeks(18).toString()));
        plan.putAll(Map.of("regionNeeds", "Matkailu kasvaa.", "companyNeeds", "Kausityöhön tarvitaan osaajia.",
                "jobseekerNeeds", "Moni haluaa asiakaspalveluun.", "plannedWith", List.of("AUTHORITY", "COACHES", "PROVIDERS"),
                "municipalities", List.of(MUNICIPALITY, "sodankyla"), "teachingWeekdays", WORKING_DAYS, "priceEuros", 48000,
                "employerName", "Tunturihotelli Oy", "employerEmail", "tunturihotelli@example.org"));
        plan.putAll(Map.of("traineesAre", "TO_BE_HIRED", "employerSize", "MEDIUM", "hoursOfProject", 60,
                "hoursOfAuthority", 20, "hoursOfProvider", 350, "targetUnder25", 30, "targetOver50", 20));
        steps.submit(LIAISON, id, "userTask_planTraining", Map.of("planResult", "READY", "trainingPlan", plan));
        steps.submit(LIAISON, id, "userTask_describeService", Map.of("serviceDescription", Map.of(
                "serviceName", "Matkailun osaaja", "forWhom", "Työnhakijoille, joita matkailuala kiinnostaa.",
                "steps", "Infotilaisuus, koulutus, työ.", "lengthWeeks", 10, "hoursPerWeek", 35,
                "howToGetIn", "Kysy omavalmentajalta.", "announcement", "Matkailun osaaja alkaa.")));
    }

    private static void tradeTraining(CaseSteps steps, LocalDate today, String project, String client) {
        steps.itIs(today.minusWeeks(4));
        Map<String, Object> training = new HashMap<>(Map.of("name", "Metalli ja rakennus", "industry", "METAL",
                "project", project, "provider", "Edukai", "trainer", "trainer", "companies", "Konepaja Oy, Rakennus Oy",
                "starts", today.minusWeeks(3).toString(), "ends", today.plusWeeks(9).toString(), "places", 36));
        training.putAll(Map.of("teachingWeekdays", WORKING_DAYS, "hoursOnTheJob", 180, "hoursGuidance", 24,
                "hoursTeamwork", 24, "hoursStudies", 120));
        String id = steps.start("trainer", "tradeTraining", Map.of("tradeTraining", training));
        steps.start(LIAISON, "trainingProcurement", Map.of("industry", "ICT", "trainingNeed",
                Map.of("need", "Yritykset pyytävät uravalmennusta tieto- ja viestintäalalle.")));
        steps.itIs(today.minusWeeks(2));
        steps.start("coach", "measurePlace", Map.of("caseId", client, "measure", id));
        steps.itIs(today);
        steps.settle(id);
    }
}
