package fi.tyopolku.funding;

import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests of funding plans need around them, entered through the forms that people use. */
public final class FundingWorld {

    private FundingWorld() {
    }

    public static String openCase(ClientRegister clients, CaseRegister cases) {
        String caseId = CaseIds.next();
        clients.register(new NewReferral(PathDriver.KEMIJARVI, new PersonalIdentityCode(IdentityCodes.next()), "Aino",
                "Koskela", "aino@example.fi", null, "fi", "Kemijärvi", ReferralSource.WALK_IN, null, null,
                LocalDate.now().minusDays(20)), caseId);
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        return caseId;
    }

    public static String project(PathDriver path, String name, LocalDate from, LocalDate to, boolean isEuMoney) {
        return path.start("funding-officer", "project", Map.of("project", Map.of("name", name, "funder", "ESF",
                "euMoney", isEuMoney, "validFrom", from.toString(), "validTo", to.toString(),
                "sharedGoal", "People find work and companies find people.")));
    }

    /** @param project null for money of no project */
    public static void money(PathDriver path, String funder, String project, String purpose, LocalDate from, LocalDate to,
            int euros) {
        Map<String, Object> form = new HashMap<>(Map.of("appropriationAction", "NEW", "funder", funder, "purpose", purpose,
                "validFrom", from.toString(), "validTo", to.toString(), "amountEuros", euros));
        if (project != null) {
            form.put("projectId", project);
        }
        path.start("manager", "appropriation", form);
    }

    public static Map<String, Object> terms(LocalDate from, int mostMonthly, int stateAidPercent) {
        return new HashMap<>(Map.of("validFrom", from.toString(), "maxMonthlyEuros", mostMonthly, "maxMonths", 12,
                "minWorkingTimePercent", 80, "subsidyRequired", true, "stateAidPercent", stateAidPercent,
                "stateAidPercentReduced", 100, "employerKinds", List.of("COMPANY", "ASSOCIATION"), "decisionReference",
                "Kunnanhallitus 12 §"));
    }

    public static void termsInForce(PathDriver path, LocalDate from, int mostMonthly, int stateAidPercent) {
        String draft = path.start("funding-officer", "municipalTerms", Map.of("municipalTerms",
                terms(from, mostMonthly, stateAidPercent)));
        path.submit("manager", draft, "userTask_approveTerms", Map.of("termsDecision", "APPROVE"));
    }

    /** @param caseId null for a group; @return the id under which the plan is kept */
    public static String plan(PathDriver path, String user, String caseId, String rules, String name, LocalDate from,
            LocalDate to) {
        Map<String, Object> form = new HashMap<>(Map.of("fundingFor", caseId == null ? "GROUP" : "CLIENT", "ruleModel", rules,
                "fundingPlan", Map.of("name", name, "measure", "LABOUR_MARKET_TRAINING", "startsOn", from.toString(),
                        "endsOn", to.toString(), "sharedGoal", "Työpaikka matkailun alalla", "companyNeed", "Hotellit")));
        if (caseId != null) {
            form.put("caseId", caseId);
        }
        return path.start(user, "fundingPlan", form);
    }

    public static Map<String, Object> line(String item, String whatFor, double euros, LocalDate from, LocalDate to) {
        return new HashMap<>(Map.of("item", item, "whatFor", whatFor, "amountEuros", euros, "startsOn", from.toString(),
                "endsOn", to.toString()));
    }

    /** Writes a line; the funder is then to be confirmed. */
    public static void write(PathDriver path, String user, String plan, Map<String, Object> line) {
        path.submit(user, plan, "userTask_addFundingLine", Map.of("lineDecision", "ADD", "fundingLine", line));
    }

    /** @param project null where no project pays */
    public static void confirm(PathDriver path, String user, String plan, String funder, String project, String handReason) {
        Map<String, Object> funding = new HashMap<>(Map.of("funder", funder));
        if (project != null) {
            funding.put("projectId", project);
        }
        if (handReason != null) {
            funding.put("handReason", handReason);
        }
        path.submit(user, plan, "userTask_confirmFunder", Map.of("confirmDecision", "ADD", "lineFunding", funding));
    }

    public static void decide(PathDriver path, String user, String plan, String decision) {
        path.submit(user, plan, "userTask_decideFundingPlan", Map.of("planDecision", decision, "fundingPlanDecision",
                Map.of("reasons", "Rahoitus riittää.")));
    }

    public static void say(PathDriver path, String user, String plan, String lineDecision) {
        path.submit(user, plan, "userTask_addFundingLine", Map.of("lineDecision", lineDecision));
    }
}
