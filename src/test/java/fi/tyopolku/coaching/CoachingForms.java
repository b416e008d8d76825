package fi.tyopolku.coaching;

import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forms of coaching at work as a coach fills them in, right in every field. */
public final class CoachingForms {


    private CoachingForms() {
    }

    public static Map<String, Object> job(LocalDate start) {
        return new HashMap<>(Map.of("employerName", "Iin liikuntapalvelut", "employerKind", "MUNICIPALITY", "employerEmail",
                "liikunta@example.fi", "employerLanguage", "fi", "jobTitle", "Liikuntapaikkojen hoitaja",
                "jobStart", start.toString()));
    }

    /** @param lastDay null where the job has none */
    public static Map<String, Object> agreed(LocalDate start, LocalDate lastDay, boolean subsidised) {
        Map<String, Object> form = new HashMap<>(Map.of("coachingAgreed", "AGREED", "coachedJob", job(start),
                "employerConsent", Map.of("givenBy", "Salla Rinne, esihenkilö", "givenOn", start.toString(),
                        "manner", "WRITTEN", "clientInformed", true)));
        if (lastDay != null) {
            form.put(subsidised ? "subsidyEndsOn" : "plannedEndOn", lastDay.toString());
        }
        return form;
    }

    /** @param why NOT_WANTED or NO_CONSENT */
    public static Map<String, Object> refused(String why, LocalDate start, LocalDate subsidyEnds) {
        Map<String, Object> form = new HashMap<>(Map.of("coachingAgreed", why, "coachedJob", job(start),
                "coachingRefusal", Map.of("reason", "Pieni työpaikka.")));
        if (subsidyEnds != null) {
            form.put("subsidyEndsOn", subsidyEnds.toString());
        }
        return form;
    }

    public static Map<String, Object> unit(String name, String sector, String coachName, List<String> targetGroups) {
        return Map.of("registerAction", "NEW_UNIT",
                "receivingUnit", Map.of("name", name, "organisation", "Iin kunta", "sector", sector),
                "workplaceCoach", workplaceCoach(coachName, targetGroups));
    }

    public static Map<String, Object> workplaceCoach(String name, List<String> targetGroups) {
        return new HashMap<>(Map.of("name", name, "email", name.toLowerCase().replace(' ', '.') + "@example.fi",
                "language", "fi", "ownWork", "Uimahallin hoito", "canCoach", true, "targetGroups", targetGroups));
    }

    public static Map<String, Object> named(String workplaceCoachId, LocalDate on) {
        return Map.of("workplaceCoachId", workplaceCoachId,
                "workplaceCoaching", Map.of("namedOn", on.toString(), "timeForCoaching", true));
    }

    public static Map<String, Object> goal(String mentorWanted) {
        return new HashMap<>(Map.of("careerGoalState", "SET", "mentorWanted", mentorWanted,
                "coachingPlan", new HashMap<>(Map.of("careerGoal", "Kiinteistönhoitajaksi yritykseen keväällä",
                        "goalDirection", "OTHER_EMPLOYER", "studySlot", "WEEKLY", "studySlotNote", "Perjantaisin kaksi tuntia",
                        "searchArea", "Ii, Oulu, Kemi", "commutingSupport", List.of("CAR_SHARE"),
                        "licencesWanted", List.of("OCCUPATIONAL_SAFETY_CARD")))));
    }

    public static Map<String, Object> meeting(LocalDate on, String need) {
        return new HashMap<>(Map.of("licenceOrdered", "NO", "coachingNeed", need,
                "coachingMeeting", new HashMap<>(Map.of("metOn", on.toString(), "present", List.of("CLIENT", "WORKPLACE_COACH"),
                        "progress", "FORWARD", "progressNote", "Hoitaa jään itse.", "studySlotUsed", "YES",
                        "smallProgress", List.of("RHYTHM"), "smallProgressEvidence", "Ei myöhästymisiä kuukauteen."))));
    }

    public static Map<String, Object> licence(String kind, double cost, String payer, LocalDate planned) {
        return new HashMap<>(Map.of("kind", kind, "provider", "OSAO", "costEuros", cost, "payer", payer,
                "plannedOn", planned.toString()));
    }

    public static Map<String, Object> closing(String outcome, String nextStep) {
        return new HashMap<>(Map.of("coachingOutcome", outcome, "serviceNextStep", nextStep,
                "coachingClosing", new HashMap<>(Map.of("summary", "Osaa työnsä."))));
    }

    public static Map<String, Object> jobEnding(LocalDate on, String wentTo) {
        return Map.of("jobEndedOn", on.toString(), "wentTo", wentTo, "jobEnding", Map.of("note", "Kysytty puhelimessa."));
    }

    public static Map<String, Object> facts(String nextStep) {
        return Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi", "registeredOn", "2026-11-02",
                "nextStep", nextStep, "municipality", PathDriver.KEMIJARVI);
    }

    public static Map<String, Object> without(Map<String, Object> form, String document, String field) {
        Map<String, Object> changed = SampleForms.with(form, document, field, null);
        ((Map<?, ?>) changed.get(document)).remove(field);
        return changed;
    }
}
