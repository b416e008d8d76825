package fi.tyopolku.contacttraining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Clients, groups and weeks for the tests of contact training. */
@Component
class TrainingWorld {

    static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 8, 31);
    static final List<String> WEEKDAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
    static final String CHOOSE = "userTask_chooseTrainingGroup";
    static final String WAIT = "userTask_waitForPlace";
    static final String RECORD = "userTask_recordAttendance";
    static final String CLOSE = "userTask_closeContactTraining";
    static final String DECIDE = "userTask_decideOnAbsences";

    final PathDriver path;
    final TrainingGroups groups;
    private final ClientRegister clients;
    private final CaseRegister cases;
    private final BusinessClock clock;
    private final ObjectMapper json;

    TrainingWorld(PathDriver path, TrainingGroups groups, ClientRegister clients, CaseRegister cases,
            BusinessClock clock, ObjectMapper json) {
        this.path = path;
        this.groups = groups;
        this.clients = clients;
        this.cases = cases;
        this.clock = clock;
        this.json = json;
    }

    void itIs(LocalDate day) {
        clock.setTo(day.atTime(16, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }

    void clockRunsAgain() {
        clock.reset();
    }

    /** A client with an open case whose contact training has begun. */
    String client(String givenName) {
        String caseId = CaseIds.next();
        clients.register(new NewReferral("kemijarvi", new PersonalIdentityCode(IdentityCodes.next()), givenName,
                "Koskela", givenName.toLowerCase(Locale.ROOT) + "@example.fi", null, "fi", null, ReferralSource.WALK_IN,
                null, null, LocalDate.of(2026, 8, 3)), caseId);
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        begin(caseId, givenName + " K.");
        return caseId;
    }

    void begin(String caseId, String label) {
        path.startStage("contactTraining", caseId,
                Map.of("clientLabel", label, "coach", "coach", "language", "fi", "registeredOn", "2026-08-03",
                        "municipality", PathDriver.KEMIJARVI));
    }

    String group(int places, LocalDate ends) {
        return group(places, FIRST_MONDAY, ends, WEEKDAYS);
    }

    String group(int places, LocalDate starts, LocalDate ends, List<String> weekdays) {
        return path.start("trainer", "trainingGroup", groupForm(places, starts, ends, weekdays, null));
    }

    static Map<String, Object> groupForm(int places, LocalDate starts, LocalDate ends, List<String> weekdays, String trainer) {
        Map<String, Object> group = new HashMap<>(Map.of("name", "Kohti työtä", "provider", "Edukai",
                "starts", starts.toString(), "ends", ends.toString(), "teachingWeekdays", weekdays, "places", places));
        group.put("trainer", trainer);
        return Map.of("trainingGroup", group);
    }

    void choose(String caseId, String groupId) {
        path.submit("coach", caseId, CHOOSE, Map.of("placeDecision", "TAKE", "trainingGroup", groupId));
    }

    String clientIn(String groupId, String givenName) {
        String caseId = client(givenName);
        choose(caseId, groupId);
        return caseId;
    }

    /** Opens the group's next week when its teaching is over and answers it as the trainer sees it. */
    Map<String, Object> openWeek(String groupId, LocalDate lastTeachingDay) {
        itIs(lastTeachingDay);
        path.fireTimer(groupId, "catchEvent_weekTaught");
        return week(groupId);
    }

    Map<String, Object> week(String groupId) {
        return json(path.shown("trainer", groupId, RECORD).get("attendanceWeek"));
    }

    /** Records the group's next week: everybody present but for the changes. */
    void recordWeek(String groupId, LocalDate lastTeachingDay, Change... changes) {
        Map<String, Object> week = openWeek(groupId, lastTeachingDay);
        submitWeek(groupId, week, changes);
    }

    void submitWeek(String groupId, Map<String, Object> week, Change... changes) {
        Arrays.stream(changes).forEach(change -> change.in(week));
        path.submit("trainer", groupId, RECORD, Map.of("attendanceWeek", week));
        groups.participants(groupId).forEach(place -> path.runJobs(place.caseId()));
        path.runJobs(groupId);
    }

    /** Records so many whole weeks with everybody present. */
    LocalDate recordWeeks(String groupId, LocalDate firstFriday, int weeks) {
        List<String> cases = groups.participants(groupId).stream().map(place -> place.caseId()).toList();
        for (int i = 0; i < weeks; i++) {
            recordWeek(groupId, firstFriday.plusWeeks(i));
            cases.forEach(path::runJobs);
        }
        return firstFriday.plusWeeks(weeks);
    }

    /** Moves somebody from present to another column on some days. */
    record Change(String caseId, String column, List<DayOfWeek> days) {

        static Change absent(String caseId, DayOfWeek... days) {
            return new Change(caseId, "Without", List.of(days));
        }

        static Change permitted(String caseId, DayOfWeek... days) {
            return new Change(caseId, "Permitted", List.of(days));
        }

        void in(Map<String, Object> week) {
            for (DayOfWeek day : days) {
                String name = day.name().toLowerCase(Locale.ROOT);
                remove(week, name + "Present");
                add(week, name + column);
            }
        }

        private void remove(Map<String, Object> week, String field) {
            List<Object> left = new ArrayList<>((List<?>) week.getOrDefault(field, List.of()));
            left.remove(caseId);
            week.put(field, left);
        }

        private void add(Map<String, Object> week, String field) {
            List<Object> more = new ArrayList<>((List<?>) week.getOrDefault(field, List.of()));
            more.add(caseId);
            week.put(field, more);
        }
    }

    static final DayOfWeek[] WHOLE_WEEK = {DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY};

    void decide(String caseId, String decision, LocalDate heardOn) {
        path.submit("coach", caseId, DECIDE, Map.of("absenceDecision", decision, "absenceHearing", Map.of(
                "heardOn", heardOn.toString(), "clientView", "The bus did not run.", "reason", "A valid reason.")));
    }

    Map<String, Object> closing(LocalDate agreedOn) {
        return Map.of(
                "contactTrainingClosing", Map.of("learningOutcomes", "Tools and measures.", "smallSteps", "Comes on time.",
                        "qualificationsExplored", "Woodwork.", "workTasksExplored", "Assembly.",
                        "companyVisits", "Keitele 9.9.2026"),
                "furtherPlan", Map.of("goal", "BOTH", "steps", "On-the-job learning.", "agreedOn", agreedOn.toString()));
    }

    Object result(String caseId) {
        return path.fact(caseId, "contactTraining", "contactTrainingResult");
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> json(Object shown) {
        try {
            return json.readValue(shown.toString(), Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
