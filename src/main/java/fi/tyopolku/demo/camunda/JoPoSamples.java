package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** JoPo: an employer whose needs count, the shortage that waits for a decision, a second employer to be interviewed. */
@Component
@Profile("demo")
@Order(40)
class JoPoSamples implements PracticeSamples {

    private static final String LIAISON = "employer-liaison";

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        steps.itIs(today.minusDays(12));
        String care = survey(steps, Map.of("name", "Kotihoidon yksikkö Itä", "kind", "WELLBEING_COUNTY", "sector", "PUBLIC",
                "locality", "Kemijärvi", "industry", "SOCIAL_AND_HEALTH", "unit", "ELDERLY_CARE",
                "contactEmail", "kotihoito.esihenkilo@example.org", "language", "fi", "mayBeContacted", true));
        steps.submit(LIAISON, care, "userTask_agreeInterview", agreed(today.minusDays(8)));
        steps.itIs(today.minusDays(8));
        Map<String, Object> interview = new HashMap<>(Map.of("interviewedOn", today.minusDays(8).toString(),
                "presentState", "Kolme hoitajaa jää eläkkeelle vuoden sisällä.",
                "futureState", "Asiakkaat asuvat kotona pidempään, ja kirjaaminen vie enemmän aikaa.",
                "skill1", "BASIC_CARE", "level1", "PART_OF_QUALIFICATION", "people1", 4, "recruits", 5, "onTheJobPlaces", 3));
        interview.putAll(Map.of("neededBy1", today.plusDays(50).toString(), "skill2", "MEDICATION", "level2", "VOCATIONAL",
                "people2", 2, "wishes", List.of("WORK_TRIAL", "TRAINING"), "accessible", "PARTLY"));
        steps.submit(LIAISON, care, "userTask_interviewEmployer", Map.of("interviewResult", "HELD", "employerInterview", interview));
        steps.itIs(today.minusDays(4));
        steps.submit(LIAISON, care, "userTask_checkProfile", Map.of("profileCheck", "CONFIRMED"));

        steps.itIs(today.minusDays(2));
        survey(steps, Map.of("name", "Tunturin konepaja Oy", "kind", "COMPANY", "sector", "PRIVATE", "locality", "Kemijärvi",
                "industry", "MECHANICAL_PRODUCTION", "contactName", "Olli Sepp", "contactEmail", "konepaja@example.org",
                "language", "fi", "mayBeContacted", true));
        String event = steps.start(LIAISON, "networkEvent", Map.of("askCoaches", "NO", "networkEvent", Map.of(
                "title", "Työnantajat tavattavissa", "kind", "THEME_DAY", "topics", List.of("OPEN_JOBS", "PAY_SUBSIDY", "WORK_TRIAL"),
                "audiences", List.of("JOBSEEKERS", "EMPLOYERS"))));
        steps.submit(LIAISON, event, "userTask_prepareEvent", Map.of("preparation", "HOLD", "heldOn", today.plusDays(16).toString(),
                "eventPreparation", Map.of("place", "Kulttuurikeskus", "invitedIndustries",
                        List.of("SOCIAL_AND_HEALTH", "MECHANICAL_PRODUCTION"))));
    }

    private static String survey(CaseSteps steps, Map<String, Object> employer) {
        String survey = steps.start(LIAISON, "employerNeedsSurvey", Map.of("surveyReason", "SURVEY_ROUND"));
        steps.submit(LIAISON, survey, "userTask_recordEmployer", Map.of("employerChoice", "NEW", "employer", employer));
        return survey;
    }

    private static Map<String, Object> agreed(LocalDate day) {
        return Map.of("interviewDecision", "AGREED", "interviewOn", day.toString(), "interviewArrangement", Map.of("place", "Työpaikalla"));
    }
}
