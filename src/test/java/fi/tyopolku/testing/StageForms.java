package fi.tyopolku.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forms of survey, plan and follow-up as a coach fills them in, right in every field. */
public final class StageForms {

    private StageForms() {
    }

    /** A client far away with withered networks, ready to study. */
    public static Map<String, Object> survey() {
        Map<String, Object> survey = new HashMap<>(Map.of(
                "workHistory", "Own farm until 2019.", "skills", "Animals, machines, keeping books.",
                "unemployedMonthsOfLast14", 14, "unemployedMonthsOfLast28", 20, "unemployedMonthsContinuous", 20,
                "highestEducation", "BASIC", "studyReadiness", "FAIR", "finnishLevel", "NATIVE", "digitalSkills", "FAIR",
                "distanceKm", 120));
        survey.putAll(Map.of("networks", "WITHERED", "canTravel", true, "workAbility", "GOOD", "barriers", List.of("DEBT"),
                "socialParticipation", 2, "studyAttitude", 3, "unemploymentReason", "FARM_CLOSED",
                "learningDifficulties", false, "needsStudySupport", false));
        return new HashMap<>(Map.of("surveyResult", "DONE", "capabilitySurvey", survey));
    }

    public static Map<String, Object> supports(List<String> accepted) {
        return Map.of("supportsAccepted", accepted, "supportOffer", Map.of("offered",
                List.of("SOCIAL_GUIDANCE", "TRAVEL_OR_REMOTE", "NETWORK_BUILDING")));
    }

    public static Map<String, Object> guidance() {
        return Map.of("pathPlan", Map.of("guidanceTopics", List.of("STUDIES", "FINANCING_STUDIES"), "clientInput",
                "I want to work with animals."));
    }

    /** @param today actions are reviewed three months later */
    public static Map<String, Object> plan(LocalDate today, boolean contactTraining, boolean workTrial) {
        return new HashMap<>(Map.of("contactTrainingPlanned", contactTraining, "workTrialPlanned", workTrial,
                "pathPlan", new HashMap<>(Map.of("competenceGoal", "A part of the qualification in agriculture",
                        "qualificationWanted", "PART", "actions", "Contact training, then on-the-job learning.",
                        "actionsUntil", today.plusMonths(3).toString(), "fundingSources", List.of("PROJECT"),
                        "licencesWanted", List.of("HYGIENE_PASSPORT"), "daysPerWeek", 3))));
    }

    public static Map<String, Object> clientApproves(LocalDate today) {
        return Map.of("clientDecision", "APPROVES", "planApproval",
                Map.of("manner", "ORAL", "approvedOn", today.toString(), "understandingChecked", true));
    }

    public static Map<String, Object> coachApproves() {
        return Map.of("coachDecision", "APPROVES");
    }

    public static Map<String, Object> followUp(String situationNow) {
        return Map.of("followUpResult", "REACHED", "situationNow", situationNow, "followUp",
                Map.of("socialParticipation", 4, "studyAttitude", 5, "feedback", "It gave me a rhythm.", "hiredByHost", true));
    }
}
