package fi.tyopolku.scenario;

import static fi.tyopolku.supports.SupportForms.facts;
import static fi.tyopolku.supports.SupportForms.integrationPlan;
import static fi.tyopolku.supports.SupportForms.plan;
import static fi.tyopolku.supports.SupportForms.progress;
import static fi.tyopolku.supports.SupportForms.tutor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.EndedService;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.notifications.MailRecord;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.supports.SupportForms;
import fi.tyopolku.supports.Tutor;
import fi.tyopolku.supports.Tutors;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.EngineTables;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Masto of Työn Tiet: Finnish beside work, tutors of one's own language, wider choice of occupations and a way out before
 * it ends.
 */
@DatabaseTest
class MastoTest {

    private static final String ADVISOR = "service-advisor";
    private static final String PLAN = "userTask_planIntegration";
    private static final String FOLLOW = "userTask_followProgress";
    private static final String CLOSE = "userTask_closeIntegration";
    private static final String CHOOSE = "userTask_chooseTutor";
    private static final String WITHOUT = "userTask_decideWithoutTutor";
    private static final String CANARY = "hodan warsame";

    @Autowired
    private PathDriver path;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private ClientServices services;
    @Autowired
    private Tutors tutors;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private Notifications notifications;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void nobodyTutors() {
        jdbc.update("update tyopolku.tutor set available = false");
    }

    @Test
    void aClientGetsATutorOfTheirOwnLanguageAndFinnishBesideWorkUntilTheWayOutIsClear() {
        String tutorId = path.start(ADVISOR, "tutorRegister", tutor("Hodan Warsame", "hodan@example.fi", List.of("so", "ar"), 1));
        String caseId = begins();
        path.submit(ADVISOR, caseId, PLAN, integrationPlan(today(), "so", true));

        Map<String, Object> shown = path.shown(ADVISOR, caseId, CHOOSE);
        assertThat(shown.get("matchingTutors").toString()).contains("Hodan Warsame", "Rakennusala");
        path.submit(ADVISOR, caseId, CHOOSE, Map.of("tutorDecision", "CHOSEN", "tutorId", tutorId, "tutorMeeting",
                Map.of("firstMeetingOn", today().plusDays(3).toString())));
        assertThat(tutors.of(caseId)).map(Tutor::id).contains(tutorId);
        assertThat(tutors.matching("so", PathDriver.KEMIJARVI)).isEmpty();
        assertThat(sent(caseId)).contains("support-begins", "support-waiting", "tutor-chosen");

        path.fireTimer(caseId, "catchEvent_followUp");
        path.submit(ADVISOR, caseId, FOLLOW, progress(today(), "A2", "CONTINUE", false));
        path.fireTimer(caseId, "catchEvent_followUp");
        assertThat(path.shown(ADVISOR, caseId, FOLLOW).get("integrationProgress").toString()).contains("A2", "language in everyday life");
        path.submit(ADVISOR, caseId, FOLLOW, progress(today(), "B1", "CLOSE", false));
        assertThat(path.openTasks(caseId)).containsExactly("userTask_planExitPath");
        path.submit(ADVISOR, caseId, "userTask_planExitPath", Map.of("exitPath", Map.of("direction", "VOCATIONAL",
                "occupations", List.of("CONSTRUCTION"), "steps", "Applies in January.",
                "firstStepOn", today().plusDays(20).toString())));
        path.submit(ADVISOR, caseId, CLOSE, closing("RESOLVED", "STUDIES"));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(path.fact(caseId, "integrationSupport", "integrationResult")).isEqualTo("RESOLVED");
        assertThat(tutors.of(caseId)).isEmpty();
        assertThat(tutors.matching("ar", PathDriver.KEMIJARVI)).extracting(Tutor::id).containsExactly(tutorId);
        assertThat(services.ended(caseId)).extracting(EndedService::nextStep).containsExactly("STUDIES");
        assertThat(EngineTables.holding(jdbc, CANARY)).isEmpty();
        assertThat(EngineTables.holding(jdbc, "naapurin koira")).isEmpty();
    }

    @Test
    void whereNobodySpeaksTheLanguageTheNeighboursAreAskedOrTheSearchWaits() {
        String caseId = begins();
        path.submit(ADVISOR, caseId, PLAN, integrationPlan(today(), "ti", true));
        path.submit(ADVISOR, caseId, WITHOUT, Map.of("tutorSearch", "WAIT"));

        String neighbour = path.start("coach2", "tutorRegister", tutor("Selam", "selam@example.fi", List.of("ti"), 1));
        path.fireTimer(caseId, "catchEvent_followUp");
        path.submit(ADVISOR, caseId, FOLLOW, progress(today(), "A1", "CONTINUE", true));
        path.submit(ADVISOR, caseId, WITHOUT, Map.of("tutorSearch", "NEIGHBOURS"));
        assertThat(path.shown(ADVISOR, caseId, CHOOSE).get("matchingTutors").toString()).contains("Selam", "Sodankylä");
        path.submit(ADVISOR, caseId, CHOOSE, Map.of("tutorDecision", "NONE_FITS"));
        path.submit(ADVISOR, caseId, WITHOUT, Map.of("tutorSearch", "NEIGHBOURS"));

        String other = SupportForms.openCase(clients, cases);
        Object offered = path.shown(ADVISOR, caseId, CHOOSE).get("matchingTutorChoices");
        tutors.reserve(neighbour, other);
        assertThat(offered.toString()).contains(neighbour);
        assertThatThrownBy(() -> tutors.reserve(neighbour, caseId)).isInstanceOf(Refusal.class).hasMessage("supports.tutorTaken");
        cases.interrupt(other);
        path.submit(ADVISOR, caseId, CHOOSE, Map.of("tutorDecision", "CHOSEN", "tutorId", neighbour));
        assertThat(tutors.of(caseId)).isPresent();

        cases.closeCase(caseId, "WITHDRAWN");
        tutors.release(caseId);
        assertThat(tutors.matching("ti", PathDriver.SODANKYLA)).extracting(Tutor::free).containsExactly(1);
    }

    @Test
    void thePlanIsReviewedWithinSixMonths() {
        String caseId = begins();
        path.submit(ADVISOR, caseId, PLAN, integrationPlan(today(), "uk", false));
        String instance = path.instances(caseId).get(0);
        assertThat(management.createJobQuery().processInstanceId(instance).activityId("catchEvent_review").singleResult()
                .getDuedate().toInstant().atZone(BusinessClock.HELSINKI).toLocalDate()).isEqualTo(today().plusMonths(6));

        path.fireTimer(caseId, "catchEvent_review");
        path.submit(ADVISOR, caseId, "userTask_reviewPlan", Map.of("integrationPlan", plan("uk"),
                "integrationPlanOn", today().toString(), "tutorWanted", false));
        assertThat(documents.versions(caseId, "integrationPlan")).hasSize(2);
        assertThat(path.waitsForTimer(caseId, "catchEvent_followUp")).isTrue();
    }

    @Test
    void whoDoesNotWantTheSupportIsAskedNothingMoreAndNobodyIsForgotten() {
        String caseId = begins();
        remindAndEscalate(caseId, "planIntegration");
        path.submit(ADVISOR, caseId, PLAN, Map.of("integrationWanted", "NO"));
        remindAndEscalate(caseId, "closeIntegration");
        path.submit(ADVISOR, caseId, CLOSE, closing("NOT_WANTED", "OTHER_SERVICE"));
        assertThat(path.isRunning(caseId)).isFalse();

        String other = begins();
        path.submit(ADVISOR, other, PLAN, integrationPlan(today(), "uk", false));
        path.fireTimer(other, "catchEvent_followUp");
        remindAndEscalate(other, "followProgress");
        assertThat(sent(other)).contains("reminder-guidance", "escalation");
    }

    @Test
    void aTutorIsReviewedEveryYearAndMayLeave() {
        String tutorId = path.start("coach", "tutorRegister", tutor("Olena", "olena@example.fi", List.of("uk"), 1));
        path.fireTimer(tutorId, "catchEvent_review");
        remindAndEscalate(tutorId, "reviewTutor");
        Map<String, Object> more = new HashMap<>(tutor("Olena", "olena@example.fi", List.of("uk", "ru"), 3));
        more.put("tutorStays", "YES");
        path.submit(ADVISOR, tutorId, "userTask_reviewTutor", more);
        assertThat(tutors.matching("ru", PathDriver.KEMIJARVI)).extracting(Tutor::free).containsExactly(3);

        path.fireTimer(tutorId, "catchEvent_review");
        more.put("tutorStays", "NO");
        path.submit(ADVISOR, tutorId, "userTask_reviewTutor", more);
        assertThat(tutors.matching("uk", PathDriver.KEMIJARVI)).isEmpty();
        assertThat(path.isRunning(tutorId)).isFalse();
    }

    private String begins() {
        String caseId = SupportForms.openCase(clients, cases);
        path.startStage("integrationSupport", caseId, facts("INTEGRATION_SUPPORT"));
        return caseId;
    }

    private static Map<String, Object> closing(String result, String next) {
        return Map.of("integrationResult", result, "serviceNextStep", next, "integrationClosing", Map.of("finnishAtEnd", "B1",
                "mentor", "YES"), "integrationSummary", Map.of("clientAgreesToSummary", false));
    }

    private void remindAndEscalate(String caseId, String task) {
        path.fireTimer(caseId, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(caseId, "boundaryEvent_" + task + "_escalation");
    }

    private List<String> sent(String caseId) {
        return notifications.sentFor(caseId).stream().map(MailRecord::template).toList();
    }

    private LocalDate today() {
        return clock.today();
    }
}
