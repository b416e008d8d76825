package fi.tyopolku.scenario;

import static fi.tyopolku.testing.SampleForms.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseMoves;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.FundingWorld;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.path.SupportNeeds;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A client moves from Kemijärvi to Sodankylä in the middle of the path (S1-3): one owner at every moment, the same case
 * id, and documents only for whoever has accepted the client.
 */
@DatabaseTest
class MovingClientTest {

    private static final String ACCEPT = "userTask_acceptClient";
    private static final String READ_WHY = "userTask_readMoveDeclined";
    private static final String DRAW_UP = "userTask_drawUpPlan";

    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private CaseMoves moves;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private SupportNeeds needs;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private DayLedger days;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private Notifications notifications;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identity;
    @Autowired
    private BusinessClock clock;

    @BeforeEach
    void sodankylaHasACoach() {
        if (identity.createUserQuery().userId("coach2").count() == 0) {
            User coach = identity.newUser("coach2");
            coach.setPassword("Sodankylan-Valmentaja-2");
            coach.setEmail("coach2@example.org");
            identity.saveUser(coach);
            identity.createMembership("coach2", "coach");
            identity.createTenantUserMembership(PathDriver.SODANKYLA, "coach2");
        }
    }

    @Test
    void theCaseGoesOnThereUnderTheSameIdFromThePlan() {
        String caseId = inTraining();
        days.record(caseId, DayMark.contact(clock.today().minusDays(1), Mark.PRESENT, DayContext.of(null, "test", "trainer")));
        int documentsBefore = documents.latestOf(caseId).size();

        report(caseId, "Sodankylä", "YES");
        assertThat(tenants(caseId, ACCEPT)).containsExactly(PathDriver.SODANKYLA);
        Map<String, Object> shown = path.shown("coach2", caseId, ACCEPT);
        assertThat(shown.get("moveOffer").toString()).contains("Aino K.", "Kemijärvi", "contact training");
        assertThat(shown).doesNotContainKeys("referral", "capabilitySurvey", "pathPlan", "change");
        assertThat(groups.placeOf(caseId)).isPresent();

        accept(caseId);

        assertThat(cases.find(caseId).orElseThrow()).satisfies(found -> {
            assertThat(found.municipality()).isEqualTo(PathDriver.SODANKYLA);
            assertThat(found.coach()).isEqualTo("coach2");
            assertThat(found.status()).isEqualTo(CaseStatus.OPEN);
        });
        assertThat(groups.placeOf(caseId)).isEmpty();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(caseId).tenantIdIn(PathDriver.KEMIJARVI).count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list())
                .extracting(ProcessInstance::getTenantId).containsOnly(PathDriver.SODANKYLA);
        assertThat(documents.latestOf(caseId)).hasSizeGreaterThanOrEqualTo(documentsBefore);
        assertThat(days.balance(caseId).contact()).isEqualTo(1);
        assertThat(needs.isRunning(caseId, "SOCIAL_GUIDANCE")).as("the need goes with the client").isTrue();
        assertThat(sent(caseId)).contains("case-moved", "case-moved-staff");
        assertThat(path.task(caseId, DRAW_UP).getAssignee()).isEqualTo("coach2");

        path.submit("coach2", caseId, DRAW_UP, StageForms.plan(clock.today(), false, false));
        path.submit("coach2", caseId, "userTask_recordClientApproval", StageForms.clientApproves(clock.today()));
        path.submit("coach2", caseId, "userTask_approvePlan", StageForms.coachApproves());
        assertThat(path.openTasks(caseId)).contains("userTask_reviewProgress");
        assertThatThrownBy(() -> report(caseId, "Sodankylä", "YES")).hasMessageContaining("not found");
    }

    @Test
    void whatElseWasBegunForTheClientEndsWithTheMove() {
        String caseId = inTraining();
        path.start("coach", "licence", Map.of("caseId", caseId, "licencePlan", Map.of("kind", "HOT_WORK", "provider", "OSAO",
                "costEuros", 0, "payer", "NONE", "plannedOn", clock.today().plusDays(7).toString())));
        FundingWorld.plan(path, "coach", caseId, "FROM_2025", "Valmennus", clock.today(), clock.today().plusMonths(3));
        report(caseId, "Sodankylä", "YES");

        accept(caseId);

        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(caseId).tenantIdIn(PathDriver.KEMIJARVI).list())
                .extracting(Task::getTaskDefinitionKey).isEmpty();
        assertThat(FundingWorld.plan(path, "coach2", caseId, "FROM_2025", "Valmennus", clock.today(), clock.today().plusMonths(3)))
                .isEqualTo(caseId);
    }

    @Test
    void aDeclinedMoveChangesNothingAndTheFormerCoachReadsWhy() {
        String caseId = surveyed(List.of());
        List<String> open = path.openTasks(caseId);
        report(caseId, "sodankyla", "YES");
        path.fireTimer(caseId, "boundaryEvent_acceptClient_reminder");
        path.fireTimer(caseId, "boundaryEvent_acceptClient_escalation");
        assertThat(sent(caseId)).contains("reminder-case-move", "escalation");

        path.submit("coach2", caseId, ACCEPT, Map.of("moveDecision", "DECLINE", "moveAnswer",
                Map.of("declineReason", "Lives in Pelkosenniemi.")));

        assertThat(cases.find(caseId).orElseThrow()).satisfies(found -> {
            assertThat(found.municipality()).isEqualTo(PathDriver.KEMIJARVI);
            assertThat(found.coach()).isEqualTo("coach");
        });
        assertThat(path.shown("coach", caseId, READ_WHY).get("moveAnswer").toString()).contains("Pelkosenniemi");
        path.submit("coach", caseId, READ_WHY, Map.of("moveFollowUp", Map.of("agreed", "The path goes on here.")));
        assertThat(path.openTasks(caseId)).isEqualTo(open);
        assertThat(moves.pending(caseId)).isEmpty();

        report(caseId, "Sodankylä", "YES");
        assertThat(path.shown("coach2", caseId, ACCEPT).get("moveAnswer")).as("the earlier answer")
                .satisfiesAnyOf(answer -> assertThat(answer).isNull(), answer -> assertThat(answer.toString()).isEqualTo("{}"));
        path.submit("coach2", caseId, ACCEPT, Map.of("moveDecision", "DECLINE", "moveAnswer",
                Map.of("declineReason", "Still lives in Pelkosenniemi.")));
        assertThat(path.openTasks(caseId)).contains(READ_WHY);
        withdraw(caseId);
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aWithdrawalMeanwhileCallsTheMoveOff() {
        String caseId = surveyed(List.of());
        report(caseId, "Sodankylä", "YES");

        withdraw(caseId);

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(moves.pending(caseId)).isEmpty();
        assertThat(cases.find(caseId).orElseThrow().municipality()).isEqualTo(PathDriver.KEMIJARVI);
    }

    @Test
    void aClientMayMoveDuringABreak() {
        String caseId = surveyed(List.of("SOCIAL_GUIDANCE"));
        path.start("coach", "reportChange", Map.of("caseId", caseId, "reportedChange", "INTERRUPTION", "changeFrom",
                clock.today().toString(), "resumeOn", clock.today().plusDays(60).toString(), "change", Map.of("why", "An operation.")));
        report(caseId, "Sodankylä", "YES");
        assertThat(path.shown("coach2", caseId, ACCEPT).get("moveOffer").toString()).contains("on a break");

        accept(caseId);

        assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(path.waitsForTimer(caseId, "catchEvent_resume")).isFalse();
        assertThat(path.openTasks(caseId)).contains("userTask_discussGuidance");
    }

    @Test
    void whoeverIsKnownThereAlreadyKeepsOneRowAndWhoHasAnOpenCaseThereCannotBeAccepted() {
        String code = IdentityCodes.next();
        String there = path.start("coach2", "clientPath", referral(code));
        String caseId = surveyed(code, List.of());
        long clientThere = cases.find(there).orElseThrow().clientId();
        report(caseId, "Sodankylä", "YES");

        assertThatThrownBy(() -> accept(caseId)).hasMessageContaining("already has an open case here");
        assertThat(cases.find(caseId).orElseThrow().municipality()).isEqualTo(PathDriver.KEMIJARVI);
        path.start("coach2", "reportChange", Map.of("caseId", there, "reportedChange", "WITHDRAWAL", "changeFrom",
                clock.today().toString(), "change", Map.of("why", "Two referrals.")));
        accept(caseId);

        assertThat(cases.find(caseId).orElseThrow().clientId()).isEqualTo(clientThere);
        assertThat(clients.client(caseId).orElseThrow().givenName()).isEqualTo("Aino");
    }

    @Test
    void aMoveNeedsConsentAndAnotherMunicipalityAndIsOfferedOnce() {
        String caseId = surveyed(List.of());

        assertThatThrownBy(() -> report(caseId, "Sodankylä", "NO")).hasMessageContaining("consent");
        assertThatThrownBy(() -> report(caseId, "Kemijärvi", "YES")).hasMessageContaining("in this municipality already");
        assertThatThrownBy(() -> report(caseId, "Helsinki", "YES")).hasMessageContaining("does not use Työpolku");
        report(caseId, "Sodankylä", "YES");
        assertThatThrownBy(() -> report(caseId, "Sodankylä", "YES")).hasMessageContaining("already been offered");
    }

    private String inTraining() {
        String caseId = surveyed(List.of("SOCIAL_GUIDANCE"));
        path.submit("coach", caseId, "userTask_discussGuidance", StageForms.guidance());
        path.submit("coach", caseId, DRAW_UP, StageForms.plan(clock.today(), true, false));
        path.submit("coach", caseId, "userTask_recordClientApproval", StageForms.clientApproves(clock.today()));
        path.submit("coach", caseId, "userTask_approvePlan", StageForms.coachApproves());
        String group = path.start("trainer", "trainingGroup", Map.of("trainingGroup", Map.of("name", "Kohti työtä",
                "provider", "Edukai", "trainer", "trainer", "starts", clock.today().plusDays(7).toString(),
                "ends", clock.today().plusWeeks(7).toString(), "places", 3, "teachingWeekdays", List.of("MONDAY"))));
        path.submit("coach", caseId, "userTask_chooseTrainingGroup", Map.of("placeDecision", "TAKE", "trainingGroup", group));
        return caseId;
    }

    private String surveyed(List<String> supports) {
        return surveyed(IdentityCodes.next(), supports);
    }

    private String surveyed(String identityCode, List<String> supports) {
        String caseId = path.start("coach", "clientPath", referral(identityCode));
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of()));
        path.submit("coach", caseId, "userTask_surveyCapabilities", StageForms.survey());
        path.submit("coach", caseId, "userTask_agreeOnSupports", StageForms.supports(supports));
        return caseId;
    }

    private void report(String caseId, String to, String consent) {
        Map<String, Object> form = new HashMap<>(Map.of("caseId", caseId, "reportedChange", "MOVE", "changeFrom",
                clock.today().toString()));
        form.put("change", Map.of("why", "A flat there.", "toMunicipality", to, "movesOn",
                clock.today().plusDays(14).toString(), "handOverConsent", consent));
        path.start("coach", "reportChange", form);
    }

    private void withdraw(String caseId) {
        path.start("coach", "reportChange", Map.of("caseId", caseId, "reportedChange", "WITHDRAWAL", "changeFrom",
                clock.today().toString(), "change", Map.of("why", "Has found a job.")));
    }

    private void accept(String caseId) {
        path.submit("coach2", caseId, ACCEPT, Map.of("moveDecision", "ACCEPT", "newCoach", "coach2", "moveAnswer", Map.of()));
    }

    private List<String> tenants(String caseId, String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId).taskDefinitionKey(element).list().stream()
                .map(Task::getTenantId).toList();
    }

    private List<String> sent(String caseId) {
        return notifications.sentFor(caseId).stream().map(mail -> mail.template()).toList();
    }
}
