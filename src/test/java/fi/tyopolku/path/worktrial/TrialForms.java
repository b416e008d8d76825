package fi.tyopolku.path.worktrial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forms of the work trial, right in every field; tests change what they are about. */
class TrialForms {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    /** A Monday. */
    static final LocalDate START = LocalDate.of(2026, 11, 30);
    static final LocalDate END = LocalDate.of(2027, 2, 28);
    private static final List<String> NAMES =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private TrialForms() {
    }

    static Map<String, Object> match() {
        return new HashMap<>(Map.of("workplaceFound", "YES", "trialFollower", "COACH", "workTrialAgreement", Map.of("hostName", "Puutarha Oy",
                "supervisorName", "Sari Salo", "hostEmail", "puutarha@example.fi", "tasks", "Planting",
                "learningGoals", "Planting: to know the plants")));
    }

    static Map<String, Object> agreement(String legalForm, Object... changes) {
        Map<String, Object> terms = new HashMap<>(Map.of("legalForm", legalForm, "purpose", "CAREER_OPTIONS",
                "hostName", "Puutarha Oy", "hostKind", "COMPANY", "hostEmail", "puutarha@example.fi",
                "supervisorName", "Sari Salo", "tasks", "Planting", "learningGoals", "Planting: to know the plants",
                "start", START.toString(), "end", END.toString()));
        terms.put("daysPerWeek", 5);
        terms.put("hoursPerDay", 7);
        switch (legalForm) {
            case "WORK_TRIAL" -> terms.put("monthsUsedBefore", 0);
            case "LABOUR_MARKET_TRAINING" -> terms.put("responsibleTeacher", "Timo Tamm");
            case "TRAINING_AGREEMENT" -> terms.putAll(Map.of("workplaceNormalHoursPerDay", 7.5, "hoksAttached", true));
            default -> terms.putAll(Map.of("rehabilitativeMonths", 6, "rehabilitativeDaysIn12Months", 80,
                    "daysPerWeek", 4, "hostKind", "ASSOCIATION"));
        }
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                terms.remove((String) changes[i]);
            } else {
                terms.put((String) changes[i], changes[i + 1]);
            }
        }
        return new HashMap<>(Map.of("termsDecision", "AGREE", "workTrialAgreement", terms));
    }

    static Map<String, Object> noAgreement() {
        return Map.of("termsDecision", "NOT_AGREED",
                "trialNotAgreed", Map.of("notAgreedBy", "HOST", "notAgreedReason", "No time to guide."));
    }

    static Map<String, Object> signed() {
        return signedOn(TODAY);
    }

    static Map<String, Object> signedOn(LocalDate day) {
        return Map.of("signing", "SIGNED", "workTrialAgreement", Map.of("signedByClientOn", day.toString(),
                "signedByHostOn", day.toString(), "signedByAuthorityOn", day.toString()));
    }

    /** A week from Monday: P present, A absent with permission, U without, N no work day. */
    static Map<String, Object> week(String marks) {
        return week(marks, 7);
    }

    static Map<String, Object> week(String marks, Number hours) {
        Map<String, Object> sheet = new HashMap<>();
        for (int i = 0; i < marks.length(); i++) {
            switch (marks.charAt(i)) {
                case 'P' -> sheet.putAll(Map.of(NAMES.get(i) + "Mark", "PRESENT", NAMES.get(i) + "Hours", hours));
                case 'A' -> sheet.put(NAMES.get(i) + "Mark", "ABSENT_PERMITTED");
                case 'U' -> sheet.put(NAMES.get(i) + "Mark", "ABSENT_WITHOUT");
                case 'N' -> sheet.put(NAMES.get(i) + "Mark", "NO_WORK_DAY");
                default -> { }
            }
        }
        return new HashMap<>(Map.of("weekOutcome", "CONTINUE", "trialWeek", sheet));
    }

    static Map<String, Object> cancelled(String marks) {
        Map<String, Object> form = week(marks);
        form.put("weekOutcome", "CANCELLED");
        form.put("trialCancellation", cancellation());
        return form;
    }

    static Map<String, Object> cancellation() {
        return Map.of("cancelledBy", "CLIENT", "cancelledOn", TODAY.toString(), "cancelReason", "Moves away.");
    }

    static Map<String, Object> endedEarly(String marks) {
        Map<String, Object> form = week(marks);
        form.put("weekOutcome", "ENDED_EARLY");
        form.put("trialEnding", Map.of("endReason", "Got a job."));
        return form;
    }

    static Map<String, Object> absenceDecision(String decision) {
        return Map.of("absenceDecision", decision, "trialAbsenceDecision", Map.of("clientHeard", true,
                "heardOn", TODAY.toString(), "grounds", "Heard by telephone."));
    }

    static Map<String, Object> ending(String decision) {
        return Map.of("endDecision", decision, "trialEnding", Map.of("endReason", "So agreed."));
    }

    static Map<String, Object> assessment() {
        return Map.of("hostAssessment", Map.of("assessmentGiven", true, "givenOn", TODAY.toString(),
                "givenBy", "Sari Salo", "tasksGoingWell", "All of them.", "wouldHire", "YES"));
    }
}
