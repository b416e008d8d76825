package fi.tyopolku.employers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms about employers as a liaison fills them in, right in every field. */
public final class EmployerForms {

    public static final String RECORD = "userTask_recordEmployer";
    public static final String AGREE = "userTask_agreeInterview";
    public static final String INTERVIEW = "userTask_interviewEmployer";
    public static final String CHECK = "userTask_checkProfile";
    public static final String REVIEW = "userTask_reviewNeeds";
    public static final String DECIDE = "userTask_decideOnGap";
    public static final String FOLLOW = "userTask_followShortage";

    private EmployerForms() {
    }

    public static Map<String, Object> begin() {
        return Map.of("surveyReason", "SURVEY_ROUND");
    }

    /** A private company that may be written to. */
    public static Map<String, Object> newEmployer(String name, String locality, String industry) {
        return employer(Map.of("name", name, "kind", "COMPANY", "sector", "PRIVATE", "locality", locality,
                "industry", industry, "contactName", "Sari Salo", "contactEmail", address(name), "language", "fi",
                "mayBeContacted", true));
    }

    /** A public unit of social and health services. */
    public static Map<String, Object> newUnit(String name, String locality, String unit) {
        return employer(Map.of("name", name, "kind", "WELLBEING_COUNTY", "sector", "PUBLIC", "locality", locality,
                "industry", "SOCIAL_AND_HEALTH", "unit", unit, "contactEmail", address(name), "language", "fi",
                "mayBeContacted", true));
    }

    private static Map<String, Object> employer(Map<String, Object> employer) {
        return Map.of("employerChoice", "NEW", "employer", employer);
    }

    public static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "@example.org";
    }

    public static Map<String, Object> agreed(LocalDate day) {
        return Map.of("interviewDecision", "AGREED", "interviewOn", day.toString(),
                "interviewArrangement", Map.of("place", "At the workplace"));
    }

    /** An interview that names one skill for so many people. */
    public static Map<String, Object> interview(LocalDate day, String skill, int people, LocalDate neededBy) {
        Map<String, Object> interview = new HashMap<>(Map.of("interviewedOn", day.toString(),
                "presentState", "Two people retire next year.", "futureState", "More orders, fewer people.",
                "jobDescriptions", "Work in shifts.", "skill1", skill, "level1", "PART_OF_QUALIFICATION", "people1", people,
                "recruits", people, "onTheJobPlaces", 1, "wishes", List.of("PAY_SUBSIDY", "RECRUITMENT_HELP")));
        interview.put("accessible", "PARTLY");
        if (neededBy != null) {
            interview.put("neededBy1", neededBy.toString());
        }
        return interview;
    }

    public static Map<String, Object> held(Map<String, Object> interview) {
        return Map.of("interviewResult", "HELD", "employerInterview", interview);
    }

    public static Map<String, Object> confirmed() {
        return Map.of("profileCheck", "CONFIRMED");
    }
}
