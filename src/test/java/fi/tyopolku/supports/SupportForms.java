package fi.tyopolku.supports;

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

/** The forms of the supports as a service advisor fills them in, right in every field. */
public final class SupportForms {

    private SupportForms() {
    }

    public static Map<String, Object> facts(String reasons) {
        return Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi", "registeredOn", "2026-11-02",
                "supportReasons", reasons, "municipality", PathDriver.KEMIJARVI);
    }

    public static Map<String, Object> walkIn(String nickname, String... topics) {
        return Map.of("language", "fi", "walkIn", Map.of("nickname", nickname, "topics", List.of(topics),
                "wishesContact", true, "contact", "040 123 4567"));
    }

    public static Map<String, Object> welcomeWithStudent() {
        return Map.of("guidanceWanted", "YES", "guidanceStart", Map.of("studentWorker", "Outi Opiskelija",
                "studentSchool", "Lapin AMK, sosionomi", "clientAgreesToStudent", true, "clientHopes", "Money for the rent."));
    }

    public static Map<String, Object> welcome() {
        return Map.of("guidanceWanted", "YES", "guidanceStart", Map.of("clientHopes", "A calmer everyday life."));
    }

    /** A meeting without obstacles, after which the guidance can end. */
    public static Map<String, Object> lastMeeting(LocalDate today, List<String> done) {
        return Map.of("guidanceMeeting", Map.of("metOn", today.toString(), "manner", "VISIT",
                "doneTogetherWith", List.of("CLIENT"), "actionsDone", done));
    }

    /** Debt is told to debt counselling, a benefit is applied for; then a benefit check, a mapping and another visit. */
    public static Map<String, Object> firstMeeting(LocalDate today, String debtDoer, boolean shared, String note) {
        Map<String, Object> meeting = new HashMap<>(Map.of("metOn", today.toString(), "manner", "VISIT",
                "doneTogetherWith", List.of("CLIENT"), "methods", List.of("HOPE", "PERSEVERANCE"),
                "obstacles", List.of("DEBT", "SOCIAL_SECURITY"), "shareActions", shared));
        meeting.putAll(Map.of("debtAction", "CONTACT_DEBT_COUNSELLING", "debtWho", debtDoer,
                "debtBy", today.plusDays(7).toString(), "debtNote", note, "notes", note,
                "socialSecurityAction", "APPLY_BENEFIT", "socialSecurityWho", "CLIENT",
                "socialSecurityBy", today.plusDays(10).toString()));
        return new HashMap<>(Map.of("guidanceMeeting", meeting, "benefitCheckWanted", true, "resourceMappingWanted", true,
                "otherServiceNeeded", true, "guidanceContinues", true, "nextVisitOn", today.plusDays(14).toString()));
    }

    public static Map<String, Object> benefits(LocalDate today) {
        return Map.of("benefitCheck", Map.of("checkedOn", today.toString(), "benefits", List.of("HOUSING"),
                "appliedFor", List.of("APPLIED"), "clientCanDoItAlone", true));
    }

    public static Map<String, Object> mapping(LocalDate on, int physical, int mental, int social) {
        return new HashMap<>(Map.of("mappingDecision", "DONE", "resourceMapping", Map.of("mappedOn", on.toString(),
                "physical", physical, "mental", mental, "social", social, "socialParticipation", social)));
    }

    /** Outside social guidance: the mapping is offered again later. */
    public static Map<String, Object> mappingAgain(LocalDate on, int physical, int mental, int social) {
        Map<String, Object> form = mapping(on, physical, mental, social);
        form.put("mapAgain", true);
        return form;
    }

    public static Map<String, Object> referral(boolean consent) {
        return Map.of("guidanceReferral", Map.of("referredTo", List.of("KELA", "DEBT_COUNSELLING"),
                "contact", "WITH_CONSENT", "consentGiven", consent));
    }

    public static Map<String, Object> closing(String result, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of("socialGuidanceResult", result, "serviceNextStep", "PATH_CONTINUES",
                "guidanceClosing", Map.of("smallProgress", List.of("OWN_MATTERS"),
                        "progressEvidence", "Writes to Kela alone.")));
        form.putAll(more);
        return form;
    }

    public static Map<String, Object> tutor(String name, String email, List<String> languages, int places) {
        return Map.of("tutorEntry", Map.of("name", name, "kind", "BOTH", "email", email, "language", "fi",
                "languages", languages, "occupation", "Rakennusala", "availability", "Arki-iltaisin", "places", places,
                "agreesToRegister", true));
    }

    public static Map<String, Object> integrationPlan(LocalDate today, String motherTongue, boolean tutor) {
        return Map.of("integrationWanted", "YES", "integrationPlanOn", today.toString(), "tutorWanted", tutor,
                "integrationPlan", plan(motherTongue));
    }

    public static Map<String, Object> plan(String motherTongue) {
        Map<String, Object> plan = new HashMap<>(Map.of("motherTongue", motherTongue, "finnishNow", "A1", "finnishGoal", "B1",
                "foundThrough", "ASSOCIATION", "integrationPlanInForce", true,
                "activities", List.of("FINNISH_AT_WORK", "PEER_TUTOR", "INTERACTION", "WORKING_LIFE", "DIGITAL", "JOB_SEARCH"),
                "finnishHoursAtWork", 4, "employerAgreed", "Tuesdays and Thursdays",
                "occupations", List.of("CONSTRUCTION", "METAL"), "steps", "Finnish beside work; a visit to a building site."));
        plan.put("studyIdeas", "Qualification in construction.");
        return plan;
    }

    public static Map<String, Object> progress(LocalDate today, String finnish, String decision, boolean tutor) {
        return new HashMap<>(Map.of("integrationDecision", decision, "tutorWanted", tutor, "integrationFollowUp",
                Map.of("followedOn", today.toString(), "finnishNow", finnish, "workingLifeState", "REACHED",
                        "smallProgress", List.of("LANGUAGE"), "progressEvidence", "Naapurin koira tuntee jo.")));
    }

    /** @return the id of an open case with a coach */
    public static String openCase(ClientRegister clients, CaseRegister cases) {
        String caseId = clients.register(new NewReferral(PathDriver.KEMIJARVI, new PersonalIdentityCode(IdentityCodes.next()),
                "Aino", "Koskela", "aino@example.fi", null, "fi", "Kemijärvi", ReferralSource.WALK_IN, null, null,
                LocalDate.of(2026, 11, 2))).caseId();
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        return caseId;
    }
}
