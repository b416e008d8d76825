package fi.tyopolku.demo.camunda;

import fi.tyopolku.coaching.ReceivingUnits;
import fi.tyopolku.coaching.WorkplaceCoach;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Coaching at work: two receiving units with their workplace coaches, a licence that has been planned, and, where the path
 * has led a client to coaching, a coaching that runs.
 */
@Component
@Profile("demo")
@Order(20)
class IiSamples implements PracticeSamples {

    private static final String COACH = "coach";
    private static final String MUNICIPALITY = "kemijarvi";

    private final ReceivingUnits units;

    IiSamples(ReceivingUnits units) {
        this.units = units;
    }

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        steps.itIs(today.minusWeeks(8));
        unit(steps, "Uimahalli", "SPORTS", "Anna Aho", "Uimahallin ylläpito", List.of("LONG_TERM_UNEMPLOYED", "REDUCED_WORK_ABILITY"));
        unit(steps, "Puistot ja ulkoalueet", "OUTDOORS", "Veli Vuori", "Puistojen hoito", List.of("YOUNG", "IMMIGRANTS", "RETURNING"));
        steps.itIs(today.minusDays(4));
        steps.start(COACH, "licence", Map.of("caseId", caseIds.get("Tuula"), "licencePlan", Map.of("kind",
                "OCCUPATIONAL_SAFETY_CARD", "provider", "Edukai", "costEuros", 120, "payer", "MUNICIPALITY",
                "plannedOn", today.minusDays(1).toString())));
        coaching(steps, today, caseIds.get("Jussi"));
    }

    private static void unit(CaseSteps steps, String name, String sector, String coach, String ownWork, List<String> groups) {
        steps.start("employer-liaison", "receivingUnit", Map.of("registerAction", "NEW_UNIT",
                "receivingUnit", Map.of("name", name, "organisation", "Kemijärven kaupunki", "sector", sector),
                "workplaceCoach", Map.of("name", coach, "language", "fi", "ownWork", ownWork, "canCoach", true,
                        "email", coach.toLowerCase().replace(' ', '.') + "@example.org", "targetGroups", groups)));
    }

    private void coaching(CaseSteps steps, LocalDate today, String caseId) {
        if (!steps.hasTask(caseId, "userTask_askForCoaching")) {
            return;
        }
        LocalDate start = today.minusWeeks(3);
        steps.itIs(start);
        steps.submit(COACH, caseId, "userTask_askForCoaching", Map.of("coachingAgreed", "AGREED",
                "coachedJob", Map.of("employerName", "Taimisto Oy", "employerKind", "COMPANY", "employerLanguage", "fi",
                        "employerEmail", "taimisto@example.org", "jobTitle", "Puutarhatyöntekijä", "jobStart", start.toString()),
                "employerConsent", Map.of("givenBy", "Sari Salo, toimitusjohtaja", "givenOn", start.toString(),
                        "manner", "WRITTEN", "clientInformed", true)));
        WorkplaceCoach coach = units.coaches(MUNICIPALITY).get(0);
        steps.submit(COACH, caseId, "userTask_nameWorkplaceCoach", Map.of("workplaceCoachId", coach.id(),
                "workplaceCoaching", Map.of("namedOn", start.toString(), "timeForCoaching", true)));
        steps.submit(COACH, caseId, "userTask_setGoal", Map.of("careerGoalState", "SET", "mentorWanted", "YES",
                "coachingPlan", Map.of("careerGoal", "Vakituinen työ taimistolla ja puutarhurin tutkinnon osa",
                        "goalDirection", "STAY", "studySlot", "WEEKLY", "studySlotNote", "Torstaisin verkossa")));
        steps.itIs(today);
        steps.settle(caseId);
    }
}
