package fi.tyopolku.path;

import static fi.tyopolku.testing.SampleForms.referral;
import static fi.tyopolku.testing.SampleForms.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ReportChangeTest {

    private static final String SURVEY = "userTask_surveyCapabilities";

    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private Notifications notifications;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private IdentityService identity;
    @Autowired
    private FormService forms;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;

    private String caseId;

    @BeforeEach
    void aClientIsReferred() {
        openSecondCoach();
        caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));
    }

    @Test
    void aWithdrawalEndsThePathInTheSurveyAndClosesTheCase() {
        accept();
        report("coach", withdrawal());

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(found().outcome()).isEqualTo("WITHDRAWN");
        assertThat(sent()).contains("path-withdrawn");
        assertThat(documents.latest(caseId, "change").orElseThrow().content().path("why").asText()).isEqualTo("Moves away.");
    }

    @Test
    void aClientMayWithdrawBeforeTheReferralIsHandled() {
        report("coach", withdrawal());

        assertThat(found().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aClientMayWithdrawWhileSupportsAreAgreedOn() {
        accept();
        path.submit("coach", caseId, SURVEY, StageForms.survey());
        report("coach", withdrawal());

        assertThat(found().outcome()).isEqualTo("WITHDRAWN");
    }

    @Test
    void anInterruptionEndsTheStageAndThePathReturnsToThePlan() {
        accept();
        report("coach", interruption());

        assertThat(path.openTasks(caseId)).isEmpty();
        assertThat(found().status()).isEqualTo(CaseStatus.INTERRUPTED);
        assertThat(path.fact(caseId, "clientPath", "resumeOn")).isEqualTo(clock.today().plusDays(30).toString());
        path.fireTimer(caseId, "catchEvent_resume");

        assertThat(found().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(path.openTasks(caseId)).containsExactly("userTask_discussGuidance");
        assertThat(sent()).contains("path-interrupted");
    }

    @Test
    void aPathMayBeInterruptedMoreThanOnce() {
        accept();
        report("coach", interruption());
        path.fireTimer(caseId, "catchEvent_resume");
        report("coach", interruption());

        assertThat(found().status()).isEqualTo(CaseStatus.INTERRUPTED);
        assertThat(documents.versions(caseId, "change")).hasSize(2);
    }

    @Test
    void aClientMayWithdrawDuringTheBreak() {
        accept();
        report("coach", interruption());
        report("coach", withdrawal());

        assertThat(found().outcome()).isEqualTo("WITHDRAWN");
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aBreakWithinABreakIsRefused() {
        accept();
        report("coach", interruption());

        assertRefused("coach", interruption(), "already on a break");
    }

    @Test
    void aPathThatIsJustMovingIsReportedAgainInAMoment() {
        accept();
        withoutRunningJobs(interruption());

        assertRefused("coach", withdrawal(), "Wait a moment");
        assertThat(documents.versions(caseId, "change")).hasSize(1);
    }

    @Test
    void anotherCoachGetsTheCaseItsTasksAndItsRunningStages() {
        accept();
        report("coach", coachChange("coach3"));

        assertThat(cases.coachOf(caseId)).contains("coach3");
        assertThat(path.task(caseId, SURVEY).getAssignee()).isEqualTo("coach3");
        assertThat(path.instances(caseId)).isNotEmpty().allSatisfy(instance ->
                assertThat(runtime.getVariable(instance, "coach")).isEqualTo("coach3"));
        assertThat(sent()).contains("coach-changed", "coach-changed-staff");
        assertThat(notifications.sentFor(caseId)).filteredOn(mail -> mail.template().equals("coach-changed-staff")).hasSize(2);
        path.submit("coach3", caseId, SURVEY, StageForms.survey());
        assertThat(path.task(caseId, "userTask_agreeOnSupports").getAssignee()).isEqualTo("coach3");
    }

    @Test
    void theCoachMayChangeDuringTheBreak() {
        accept();
        report("coach", interruption());
        report("manager", coachChange("coach3"));
        path.fireTimer(caseId, "catchEvent_resume");

        assertThat(path.task(caseId, "userTask_discussGuidance").getAssignee()).isEqualTo("coach3");
    }

    @Test
    void aManagerReportsInTheCoachesPlace() {
        accept();
        report("manager", withdrawal());

        assertThat(found().outcome()).isEqualTo("WITHDRAWN");
    }

    @Test
    void aCoachWhoDoesNotHaveTheCaseCannotReport() {
        accept();

        assertRefused("coach3", withdrawal(), "Only the personal coach");
        assertThat(documents.latest(caseId, "change")).isEmpty();
    }

    @Test
    void aCaseOfAnotherMunicipalityIsAnsweredLikeAnUnknownOne() {
        accept();

        assertRefused("coach2", withdrawal(), "The case was not found");
        Map<String, Object> unknown = new HashMap<>(withdrawal());
        unknown.put("caseId", "TP-2222-2222");
        assertRefused("coach", unknown, "The case was not found");
    }

    @Test
    void aTextThatIsNoCaseIdIsRefused() {
        Map<String, Object> wrong = new HashMap<>(withdrawal());
        wrong.put("caseId", "Aino");

        assertRefused("coach", wrong, "Case id");
    }

    @Test
    void aClosedCaseDoesNotChange() {
        accept();
        report("coach", withdrawal());

        assertRefused("coach", interruption(), "already closed");
    }

    @Test
    void aBreakNeedsADayOfReturnInTheFuture() {
        accept();
        Map<String, Object> past = new HashMap<>(interruption());
        past.put("resumeOn", clock.today().minusDays(1).toString());
        assertRefused("coach", past, "Day of return");
        past.put("resumeOn", clock.today().toString());
        assertRefused("coach", past, "later than the day");
        past.remove("resumeOn");
        assertRefused("coach", past, "Day of return");
        assertThat(path.openTasks(caseId)).containsExactly(SURVEY);
    }

    @Test
    void aCaseWithoutACoachCanNeitherBeInterruptedNorHandedOver() {
        assertRefused("coach", interruption(), "no personal coach yet");
        assertRefused("coach", coachChange("coach3"), "no personal coach yet");
    }

    @Test
    void theNewCoachMustBeAnotherCoachOfTheMunicipality() {
        accept();

        assertRefused("coach", coachChange("coach"), "already has the case");
        assertThatThrownBy(() -> path.start("coach", "reportChange", coachChange("trainer")))
                .hasMessageFindingMatch("Other coaches: .*\\bcoach3\\b");
        assertThat(cases.coachOf(caseId)).contains("coach");
    }

    @Test
    void theReasonIsRequiredAndStaysOutOfTheProcess() {
        accept();
        assertRefused("coach", with(withdrawal(), "change", "why", ""), "Why?");
        report("coach", withdrawal());

        assertThat(path.fact(caseId, "reportChange", "change")).isNull();
        assertThat(path.fact(caseId, "reportChange", "reportedChange")).isEqualTo("WITHDRAWAL");
    }

    private void openSecondCoach() {
        if (identity.createUserQuery().userId("coach3").count() == 0) {
            User coach = identity.newUser("coach3");
            coach.setPassword("Toinen-Valmentaja-3");
            identity.saveUser(coach);
            identity.createMembership("coach3", "coach");
            identity.createTenantUserMembership(PathDriver.KEMIJARVI, "coach3");
        }
    }

    private void accept() {
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of("note", "Call first.")));
    }

    private void report(String user, Map<String, Object> form) {
        assertThat(path.start(user, "reportChange", form)).isEqualTo(caseId);
    }

    private void assertRefused(String user, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> path.start(user, "reportChange", form)).hasMessageContaining(sentence);
    }

    /** As if the mail server were away: the path stands before its next step. */
    private void withoutRunningJobs(Map<String, Object> form) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("reportChange").latestVersion()
                .singleResult().getId();
        path.as("coach", () -> forms.submitStartForm(definition, form));
    }

    private Map<String, Object> withdrawal() {
        return Map.of("caseId", caseId, "reportedChange", "WITHDRAWAL", "changeFrom", clock.today().toString(),
                "change", Map.of("why", "Moves away."));
    }

    private Map<String, Object> interruption() {
        return Map.of("caseId", caseId, "reportedChange", "INTERRUPTION", "changeFrom", clock.today().toString(),
                "resumeOn", clock.today().plusDays(30).toString(), "change", Map.of("why", "An operation."));
    }

    private Map<String, Object> coachChange(String newCoach) {
        return Map.of("caseId", caseId, "reportedChange", "COACH_CHANGE", "changeFrom", clock.today().toString(),
                "newCoach", newCoach, "change", Map.of("why", "Parental leave."));
    }

    private ClientCase found() {
        return cases.find(caseId).orElseThrow();
    }

    private List<String> sent() {
        return notifications.sentFor(caseId).stream().map(mail -> mail.template()).toList();
    }
}
