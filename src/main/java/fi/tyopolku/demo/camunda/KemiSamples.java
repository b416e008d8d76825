package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Kemi, funding together: a plan that waits for its decision, one that is being drawn up, terms that wait for approval. */
@Component
@Profile("demo")
@Order(10)
class KemiSamples implements PracticeSamples {

    private static final String COACH = "coach";
    private static final String OFFICER = "funding-officer";

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        LocalDate year = today.withDayOfYear(1);
        LocalDate end = year.plusYears(2).minusDays(1);
        steps.itIs(today.minusDays(20));
        String project = steps.start(OFFICER, "project", Map.of("project", Map.of("name", "Polku 2", "funder", "ESR+",
                "euMoney", true, "validFrom", year.minusYears(1).toString(), "validTo", end.toString(),
                "sharedGoal", "Alueen yritykset löytävät tekijöitä ja asiakkaat työtä.")));
        money(steps, "PROJECT", project, "COACHING", year, end, 12_000);
        money(steps, "PROJECT", project, "LICENCE", year, end, 3_000);
        money(steps, "EMPLOYMENT_AUTHORITY", null, "LABOUR_MARKET_TRAINING", year, end, 30_000);
        money(steps, "MUNICIPALITY", null, "MUNICIPAL_SUPPLEMENT", year, end, 15_000);
        terms(steps, year, "COMPANY", 500, 50);
        steps.submit("manager", terms(steps, year, "ASSOCIATION", 450, 100), "userTask_approveTerms",
                Map.of("termsDecision", "APPROVE"));

        LocalDate from = today.plusWeeks(6);
        LocalDate to = from.plusMonths(4);
        steps.itIs(today.minusDays(4));
        String group = plan(steps, null, "Matkailun osaaja", from, to);
        add(steps, group, line("LABOUR_MARKET_TRAINING", "Matkailun osaaja, 12 osallistujaa", 14_000, from, to, "jointPurchase"),
                "EMPLOYMENT_AUTHORITY", null);
        add(steps, group, line("COACHING", "Uravalmennus ryhmälle", 4_500, from, to, "projectParticipant"), "PROJECT", project);
        add(steps, group, line("LICENCE", "Hygieniapassi ja EA1", 1_200, from, to, "projectParticipant"), "PROJECT", project);
        steps.submit(COACH, group, "userTask_addFundingLine", Map.of("lineDecision", "DONE"));

        String caseId = caseIds.get("Onni");
        if (caseId != null) {
            steps.itIs(today.minusDays(1));
            plan(steps, caseId, "Koneenkäyttäjäksi", from, to);
            add(steps, caseId, line("LICENCE", "Trukkikortti", 320, from, to, "projectParticipant"), "PROJECT", project);
        }
    }

    private static void money(CaseSteps steps, String funder, String project, String purpose, LocalDate from, LocalDate to,
            int euros) {
        Map<String, Object> form = new HashMap<>(Map.of("appropriationAction", "NEW", "funder", funder, "purpose", purpose,
                "validFrom", from.toString(), "validTo", to.toString(), "amountEuros", euros));
        if (project != null) {
            form.put("projectId", project);
        }
        steps.start(OFFICER, "appropriation", form);
    }

    private static String terms(CaseSteps steps, LocalDate from, String kind, int mostMonthly, int stateAidPercent) {
        return steps.start(OFFICER, "municipalTerms", Map.of("municipalTerms", Map.of("validFrom", from.toString(),
                "maxMonthlyEuros", mostMonthly, "maxMonths", 10, "minWorkingTimePercent", 80, "subsidyRequired", true,
                "stateAidPercent", stateAidPercent, "stateAidPercentReduced", 75, "employerKinds", List.of(kind),
                "decisionReference", "Kunnanhallitus 12.1., 14 §")));
    }

    private static String plan(CaseSteps steps, String caseId, String name, LocalDate from, LocalDate to) {
        Map<String, Object> form = new HashMap<>(Map.of("fundingFor", caseId == null ? "GROUP" : "CLIENT",
                "ruleModel", "FROM_2025", "fundingPlan", Map.of("name", name, "measure", "LABOUR_MARKET_TRAINING",
                        "startsOn", from.toString(), "endsOn", to.toString(),
                        "sharedGoal", "Osaavia tekijöitä talvikaudeksi; jokaiselle jatkopaikka.",
                        "companyNeed", "Hotellit ja ohjelmapalvelut hakevat kausityöntekijöitä.")));
        if (caseId != null) {
            form.put("caseId", caseId);
        }
        return steps.start(COACH, "fundingPlan", form);
    }

    private static Map<String, Object> line(String item, String whatFor, int euros, LocalDate from, LocalDate to,
            String question) {
        return Map.of("item", item, "whatFor", whatFor, "amountEuros", euros, "startsOn", from.toString(),
                "endsOn", to.toString(), "hoursBy", "Polku 2", "hours", 40, question,
                question.equals("jointPurchase") ? "NO" : "YES");
    }

    private static void add(CaseSteps steps, String plan, Map<String, Object> line, String funder, String project) {
        steps.submit(COACH, plan, "userTask_addFundingLine", Map.of("lineDecision", "ADD", "fundingLine", line));
        Map<String, Object> funding = new HashMap<>(Map.of("funder", funder));
        if (project != null) {
            funding.put("projectId", project);
        }
        steps.submit(COACH, plan, "userTask_confirmFunder", Map.of("confirmDecision", "ADD", "lineFunding", funding));
    }
}
