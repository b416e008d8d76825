package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Guidance material, one piece of it waiting for its review; an educational trial to be agreed; studies on benefit. */
@Component
@Profile("demo")
@Order(60)
class JoPoStudySamples implements PracticeSamples {

    private static final String ADVISOR = "service-advisor";
    private static final String COACH = "coach";

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        steps.itIs(today.minusMonths(7));
        String old = material(steps, "BENEFITS", "Opintojen rahoitus ja etuudet", "Studiefinansiering och förmåner",
                "Financing studies and benefits", "https://www.kela.fi/opiskelijat", today.minusDays(3));
        material(steps, "SPECIAL_SUPPORT_TOOLKIT", "Erityisen tuen työkalupakki", "Verktygslåda för särskilt stöd",
                "Toolkit for special support", "https://www.spesia.fi", today.plusMonths(5));
        material(steps, "ROUTES_TO_VOCATIONAL", "Reitit ammatilliseen koulutukseen", "Vägar till yrkesutbildning",
                "Routes to vocational training", "https://opintopolku.fi", today.plusMonths(8));
        course(steps, today.plusMonths(10));
        steps.itIs(today.minusDays(1));
        steps.settle(old);
        agreeOnTrial(steps, today, caseIds.get("Tuula"));
        study(steps, today, caseIds.get("Helvi"));
    }

    private static String material(CaseSteps steps, String kind, String fi, String sv, String en, String address,
            LocalDate reviewOn) {
        return steps.start(ADVISOR, "guidanceMaterial", Map.of("materialAction", "NEW", "guidanceMaterial",
                Map.of("titleFi", fi, "titleSv", sv, "titleEn", en, "address", address, "kind", kind, "reviewOn", reviewOn.toString())));
    }

    private static void course(CaseSteps steps, LocalDate reviewOn) {
        steps.start(ADVISOR, "guidanceMaterial", Map.of("materialAction", "NEW", "guidanceMaterial",
                Map.of("titleFi", "Boost your career! -verkkokurssi", "titleSv", "Nätkursen Boost your career!",
                        "titleEn", "Boost your career! online course", "address", "https://www.jamk.fi/fi/opiskelu",
                        "kind", "ONLINE_COURSE", "credits", 2, "reviewOn", reviewOn.toString())));
    }

    private static void agreeOnTrial(CaseSteps steps, LocalDate today, String caseId) {
        if (caseId != null) {
            steps.start(COACH, "educationalTrial", Map.of("caseId", caseId, "educationalTrial",
                    Map.of("provider", "Lapin koulutuskeskus REDU", "field", "Sosiaali- ja terveysala", "startsOn",
                            today.plusDays(10).toString(), "endsOn", today.plusDays(14).toString(), "days", 5,
                            "purpose", List.of("FIELD", "READINESS"), "goals", "Sopisiko lähihoitajan työ minulle?")));
        }
    }

    private static void study(CaseSteps steps, LocalDate today, String caseId) {
        if (caseId == null) {
            return;
        }
        Map<String, Object> studies = new HashMap<>(Map.of("institution", "Lapin ammattikorkeakoulu", "programme", "Sosionomi",
                "level", "HIGHER", "studiesStart", today.plusDays(20).toString(), "studiesEnd", today.plusMonths(24).toString(),
                "needStated", "NO", "improvesChances", "YES", "mainTime", "YES", "weightyReason", "NO", "monthsUsed", 0));
        studies.put("earlierStudies", "NO");
        steps.start(COACH, "benefitStudies", Map.of("caseId", caseId, "learningAtWork", "YES", "benefitStudies", studies));
    }
}
