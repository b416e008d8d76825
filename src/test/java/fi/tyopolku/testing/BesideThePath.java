package fi.tyopolku.testing;

import java.util.Map;

/** What runs beside the stages of a path, brought to its end as its people would. */
public final class BesideThePath {

    private BesideThePath() {
    }

    /** A client for whom nobody coaches at the workplace. */
    public static void coachingNotWanted(PathDriver path, String caseId) {
        path.submit("coach", caseId, "userTask_coachingAtWork", Map.of("coachingResult", "NOT_WANTED"));
    }

    public static void socialGuidanceHelped(PathDriver path, String caseId) {
        path.submit("service-advisor", caseId, "userTask_socialGuidance", Map.of("socialGuidanceResult", "RESOLVED"));
    }

    public static void integrationSupportHelped(PathDriver path, String caseId) {
        path.submit("service-advisor", caseId, "userTask_integrationSupport", Map.of("integrationResult", "RESOLVED"));
    }

    public static void specialSupportHelped(PathDriver path, String caseId) {
        path.submit("service-advisor", caseId, "userTask_specialSupport", Map.of("specialSupportResult", "RESOLVED"));
    }
}
