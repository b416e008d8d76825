package fi.tyopolku.testing;

import fi.tyopolku.coaching.CoachingForms;
import java.time.LocalDate;
import java.util.Map;

/** What runs beside the stages of a path, brought to its end on the shortest way by its people. */
public final class BesideThePath {

    private static final String ADVISOR = "service-advisor";

    private BesideThePath() {
    }

    /** A client who goes to an open job or an apprenticeship, where nobody coaches. */
    public static void coachingNotWanted(PathDriver path, String caseId) {
        path.submit("coach", caseId, "userTask_askForCoaching",
                CoachingForms.refused("NOT_WANTED", LocalDate.of(2026, 11, 2), null));
    }

    public static void socialGuidanceEnds(PathDriver path, String caseId) {
        path.submit(ADVISOR, caseId, "userTask_welcomeClient", Map.of("guidanceWanted", "NO"));
        path.submit(ADVISOR, caseId, "userTask_closeGuidance", Map.of("socialGuidanceResult", "NOT_WANTED",
                "serviceNextStep", "PATH_CONTINUES", "guidanceClosing", Map.of()));
    }

    public static void integrationSupportEnds(PathDriver path, String caseId) {
        path.submit(ADVISOR, caseId, "userTask_planIntegration", Map.of("integrationWanted", "NO"));
        path.submit(ADVISOR, caseId, "userTask_closeIntegration", Map.of("integrationResult", "NOT_WANTED",
                "serviceNextStep", "PATH_CONTINUES", "integrationClosing", Map.of()));
    }

    public static void specialSupportEnds(PathDriver path, String caseId) {
        path.submit(ADVISOR, caseId, "userTask_assessNeed", Map.of("needAssessment", "NOT_WANTED"));
        path.submit(ADVISOR, caseId, "userTask_closeSupport", Map.of("specialSupportResult", "NOT_WANTED",
                "serviceNextStep", "PATH_CONTINUES", "specialSupportClosing", Map.of()));
    }
}
