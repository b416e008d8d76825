package fi.tyopolku.scenario;

import static fi.tyopolku.testing.SampleForms.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.path.OpenEnds;
import fi.tyopolku.path.SupportNeeds;
import fi.tyopolku.path.SupportNeeds.State;
import fi.tyopolku.path.SupportNeeds.SupportNeed;
import fi.tyopolku.testing.BesideThePath;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The supports beside the stages: they start from the survey, from a request, and never where they overlap. */
@DatabaseTest
class PathMeetsNetworkTest {

    private static final String NOT_STARTED = "userTask_seeNotStarted";
    private static final String DISCUSS = "userTask_discussGuidance";
    private static final String SOCIAL = "SOCIAL_GUIDANCE";

    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private SupportNeeds needs;
    @Autowired
    private ClientServices services;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private Notifications notifications;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private OpenEnds openEnds;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private BusinessClock clock;

    @Test
    void needsOfTheSurveyStartSupportsBesideTheStagesAndThePathEndsWhenBothAreDone() {
        String caseId = surveyed(List.of(SOCIAL, "NETWORK_BUILDING", "INTEGRATION_SUPPORT", "STUDY_GUIDANCE"));

        assertThat(needs.of(caseId)).extracting(SupportNeed::service).containsExactlyInAnyOrder(SOCIAL, SOCIAL,
                "INTEGRATION_SUPPORT", "SPECIAL_SUPPORT");
        assertThat(running(caseId)).contains("supports", "socialGuidance", "integrationSupport", "specialSupport", "pathPlan");
        assertThat(path.fact(caseId, "socialGuidance", "supportReasons")).isEqualTo("NETWORK_BUILDING,SOCIAL_GUIDANCE");

        BesideThePath.socialGuidanceEnds(path, caseId);
        assertThat(sent(caseId)).contains("support-ended");
        assertThat(stateOf(caseId, SOCIAL)).isEqualTo(State.ENDED);
        BesideThePath.integrationSupportEnds(path, caseId);
        BesideThePath.specialSupportEnds(path, caseId);
        assertThat(running(caseId)).doesNotContain("supports").contains("pathPlan");
        assertThat(openEnds.of(PathDriver.KEMIJARVI)).satisfies(found -> {
            assertThat(found.withoutNextStep()).isEmpty();
            assertThat(found.notTakenUp()).noneMatch(need -> need.caseId().equals(caseId));
            assertThat(found.stuck()).doesNotContain(caseId);
        });
    }

    @Test
    void aServiceThatTheClientIsInAlreadyIsNotStartedAgainAndTheReasonIsShownUntilItIsDecided() {
        String caseId = accepted();
        services.begin(new NewClientService(caseId, PathDriver.KEMIJARVI, SOCIAL, null, clock.today(), null));
        survey(caseId, List.of(SOCIAL));

        assertThat(path.openTasks(caseId)).containsExactly(DISCUSS, NOT_STARTED);
        assertThat(path.shown("coach", caseId, NOT_STARTED).get("supportsNotStartedList").toString()).contains("already in this service");
        path.fireTimer(caseId, "boundaryEvent_seeNotStarted_reminder");
        path.fireTimer(caseId, "boundaryEvent_seeNotStarted_escalation");
        assertThat(sent(caseId)).contains("reminder-support-not-started", "escalation");

        tryAgain(caseId);
        assertThat(path.openTasks(caseId)).containsExactly(DISCUSS, NOT_STARTED);
        services.end(caseId, SOCIAL, "RESOLVED", "PATH_CONTINUES", false);
        assertThat(path.shown("coach", caseId, NOT_STARTED).get("supportsNotStartedList").toString()).contains("Nothing stands in the way");
        tryAgain(caseId);

        assertThat(stateOf(caseId, SOCIAL)).isEqualTo(State.STARTED);
        BesideThePath.socialGuidanceEnds(path, caseId);
        assertThat(running(caseId)).doesNotContain("supports");
    }

    @Test
    void aSupportThatCannotStartMayBeLeftOutWithAReason() {
        String caseId = accepted();
        services.begin(new NewClientService(caseId, PathDriver.KEMIJARVI, SOCIAL, null, clock.today(), null));
        survey(caseId, List.of(SOCIAL));

        assertThatThrownBy(() -> path.submit("coach", caseId, NOT_STARTED, Map.of("notStartedDecision", "LEAVE_OUT")))
                .hasMessageContaining("Why are they left out");
        path.submit("coach", caseId, NOT_STARTED, Map.of("notStartedDecision", "LEAVE_OUT",
                "supportsLeftOut", Map.of("reason", "The guidance that runs is enough.")));

        assertThat(stateOf(caseId, SOCIAL)).isEqualTo(State.LEFT_OUT);
        assertThat(documents.latest(caseId, "supportsLeftOut")).isPresent();
        assertThat(running(caseId)).doesNotContain("supports");
    }

    @Test
    void anInterruptionEndsTheSupportsAndTheReturnTakesUpWhatWasStillOpen() {
        String caseId = surveyed(List.of(SOCIAL, "INTEGRATION_SUPPORT"));
        BesideThePath.integrationSupportEnds(path, caseId);
        report(caseId, Map.of("reportedChange", "INTERRUPTION", "resumeOn", clock.today().plusDays(30).toString()));
        assertThat(running(caseId)).doesNotContain("supports", "socialGuidance");
        assertThat(stateOf(caseId, SOCIAL)).isEqualTo(State.OPEN);

        path.fireTimer(caseId, "catchEvent_resume");

        assertThat(running(caseId)).contains("supports", "socialGuidance").doesNotContain("integrationSupport");
        assertThat(stateOf(caseId, "INTEGRATION_SUPPORT")).isEqualTo(State.ENDED);
    }

    @Test
    void aWithdrawalEndsTheSupportsWithTheCase() {
        String caseId = surveyed(List.of(SOCIAL));
        request("service-advisor", caseId, "SPECIAL_SUPPORT");

        report(caseId, Map.of("reportedChange", "WITHDRAWAL"));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(needs.of(caseId)).extracting(SupportNeed::result).containsOnly("ENDED_WITH_CASE");
        assertThat(services.running(caseId)).isEmpty();
    }

    @Test
    void aServiceAdvisorRequestsASupportInTheMiddleOfThePath() {
        String caseId = surveyed(List.of());

        request("service-advisor", caseId, SOCIAL);
        assertThat(running(caseId)).contains("requestSupport", "supports", "socialGuidance");
        assertThatThrownBy(() -> request("coach", caseId, SOCIAL)).hasMessageContaining("already");
        BesideThePath.socialGuidanceEnds(path, caseId);

        assertThat(running(caseId)).doesNotContain("requestSupport", "supports");
        assertThat(stateOf(caseId, SOCIAL)).isEqualTo(State.ENDED);
        assertThat(sent(caseId)).contains("support-ended");
        request("coach", caseId, SOCIAL);
        assertThat(stateOf(caseId, SOCIAL)).isEqualTo(State.STARTED);
    }

    @Test
    void aSupportIsRequestedOnlyForAnOpenCaseOfOnesOwn() {
        String caseId = surveyed(List.of());

        assertThatThrownBy(() -> request("coach3", caseId, SOCIAL)).hasMessageContaining("personal coach or a service advisor");
        assertThatThrownBy(() -> request("coach2", caseId, SOCIAL)).hasMessageContaining("not found");
        assertThatThrownBy(() -> request("trainer", caseId, SOCIAL)).isInstanceOf(RuntimeException.class);
        report(caseId, Map.of("reportedChange", "INTERRUPTION", "resumeOn", clock.today().plusDays(30).toString()));
        assertThatThrownBy(() -> request("coach", caseId, SOCIAL)).hasMessageContaining("while the path is under way");
        report(caseId, Map.of("reportedChange", "WITHDRAWAL"));
        assertThatThrownBy(() -> request("coach", caseId, SOCIAL)).hasMessageContaining("already closed");
    }

    @Test
    void aRequestedSupportEndsWhenThePathPausesAndGoesOnWithThePath() {
        String caseId = surveyed(List.of());
        request("coach", caseId, SOCIAL);

        report(caseId, Map.of("reportedChange", "INTERRUPTION", "resumeOn", clock.today().plusDays(30).toString()));
        assertThat(running(caseId)).containsExactly("clientPath");
        path.fireTimer(caseId, "catchEvent_resume");

        assertThat(running(caseId)).contains("supports", "socialGuidance").doesNotContain("requestSupport");
    }

    @Test
    void aTrainingPlaceOnTheDaysOfAnotherServiceIsRefusedWithTheReason() {
        String caseId = surveyed(List.of());
        String group = group();
        var days = groups.find(group).orElseThrow();
        services.begin(new NewClientService(caseId, PathDriver.KEMIJARVI, "TRADE_TRAINING", null, days.starts(),
                days.ends(), days.teachingWeekdays()));
        plan(caseId);

        assertThatThrownBy(() -> path.submit("coach", caseId, "userTask_chooseTrainingGroup",
                Map.of("placeDecision", "TAKE", "trainingGroup", group))).hasMessageContaining("would take the same days");
        services.end(caseId, "TRADE_TRAINING", "COMPLETED", "PATH_CONTINUES", false);
        path.submit("coach", caseId, "userTask_chooseTrainingGroup", Map.of("placeDecision", "TAKE", "trainingGroup", group));

        assertThat(services.running(caseId)).extracting(running -> running.service()).containsExactly("CONTACT_TRAINING");
    }

    @Test
    void aCaseInWhichNothingIsAwaitedIsAnOpenEnd() {
        String caseId = surveyed(List.of(SOCIAL));
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId)
                .processDefinitionKey("clientPath").singleResult().getId();
        runtime.deleteProcessInstance(instance, "as if somebody had ended it in Cockpit");

        assertThat(openEnds.of(PathDriver.KEMIJARVI)).satisfies(found -> {
            assertThat(found.stuck()).contains(caseId);
            assertThat(found.notTakenUp()).anyMatch(need -> need.caseId().equals(caseId) && need.step().equals(SOCIAL));
            assertThat(found.isEmpty()).isFalse();
        });
        cases.closeCase(caseId, "WITHDRAWN");
    }

    private String accepted() {
        String caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of()));
        return caseId;
    }

    private String surveyed(List<String> supports) {
        String caseId = accepted();
        survey(caseId, supports);
        return caseId;
    }

    private void survey(String caseId, List<String> supports) {
        path.submit("coach", caseId, "userTask_surveyCapabilities", StageForms.survey());
        path.submit("coach", caseId, "userTask_agreeOnSupports", Map.of("supportsAccepted", supports, "supportOffer",
                Map.of("offered", supports)));
    }

    private void plan(String caseId) {
        path.submit("coach", caseId, DISCUSS, StageForms.guidance());
        path.submit("coach", caseId, "userTask_drawUpPlan", StageForms.plan(clock.today(), true, false));
        path.submit("coach", caseId, "userTask_recordClientApproval", StageForms.clientApproves(clock.today()));
        path.submit("coach", caseId, "userTask_approvePlan", StageForms.coachApproves());
    }

    private String group() {
        return path.start("trainer", "trainingGroup", Map.of("trainingGroup", Map.of("name", "Kohti työtä",
                "provider", "Edukai", "trainer", "trainer", "starts", clock.today().plusDays(7).toString(),
                "ends", clock.today().plusWeeks(7).toString(), "places", 3, "teachingWeekdays", List.of("MONDAY", "TUESDAY"))));
    }

    private void tryAgain(String caseId) {
        path.submit("coach", caseId, NOT_STARTED, Map.of("notStartedDecision", "TRY_AGAIN", "tryAgainOn",
                clock.today().plusDays(7).toString()));
        path.fireTimer(caseId, "catchEvent_tryAgain");
    }

    private void request(String user, String caseId, String support) {
        path.start(user, "requestSupport", Map.of("caseId", caseId, "support", support, "supportRequest",
                Map.of("reason", "It has come up in the discussions.")));
    }

    private void report(String caseId, Map<String, Object> change) {
        Map<String, Object> form = new HashMap<>(change);
        form.putAll(Map.of("caseId", caseId, "changeFrom", clock.today().toString(), "change", Map.of("why", "As agreed.")));
        path.start("coach", "reportChange", form);
    }

    private State stateOf(String caseId, String need) {
        return needs.of(caseId).stream().filter(known -> known.need().equals(need)).findFirst().orElseThrow().state();
    }

    private List<String> running(String caseId) {
        return path.instances(caseId).stream().map(id -> runtime.createProcessInstanceQuery().processInstanceId(id)
                .singleResult().getProcessDefinitionId().split(":")[0]).toList();
    }

    private List<String> sent(String caseId) {
        return notifications.sentFor(caseId).stream().map(mail -> mail.template()).toList();
    }
}
