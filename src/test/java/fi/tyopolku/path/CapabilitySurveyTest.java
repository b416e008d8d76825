package fi.tyopolku.path;

import static fi.tyopolku.testing.StageForms.supports;
import static fi.tyopolku.testing.StageForms.survey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class CapabilitySurveyTest {

    private static final String SURVEY = "userTask_surveyCapabilities";
    private static final String SUPPORTS = "userTask_agreeOnSupports";

    @Autowired
    private PathDriver path;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private Notifications notifications;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private RuntimeService runtime;

    private String caseId;

    @BeforeEach
    void theStageBegins() {
        caseId = SampleCases.open(clients, cases);
        path.startStage("capabilitySurvey", caseId, SampleCases.facts());
    }

    @Test
    void theTimeLimitOfTheInterviewRunsFromTheRegistrationAsAJobseeker() {
        Task task = path.task(caseId, SURVEY);

        assertThat(task.getAssignee()).isEqualTo("coach");
        assertThat(task.getDueDate()).isEqualTo(deadlines.taskDue("INITIAL_INTERVIEW", "2026-11-02"));
    }

    @Test
    void theCoachSeesTheProposedSupportsWithTheirReasons() {
        path.submit("coach", caseId, SURVEY, survey());

        assertThat(path.fact(caseId, "capabilitySurvey", "supportNeeds"))
                .isEqualTo("SOCIAL_GUIDANCE,TRAVEL_OR_REMOTE,NETWORK_BUILDING");
        assertThat(path.shown("coach", caseId, SUPPORTS).get("proposedSupports").toString())
                .contains("Networks have withered.").contains("Debt is a barrier.");
    }

    @Test
    void whatTheClientAcceptedLeavesTheStage() {
        path.submit("coach", caseId, SURVEY, survey());
        path.submit("coach", caseId, SUPPORTS, supports(List.of("NETWORK_BUILDING")));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(path.fact(caseId, "capabilitySurvey", "supportNeeds")).isEqualTo("NETWORK_BUILDING");
        assertThat(documents.latest(caseId, "supportOffer").orElseThrow().content().path("offered")).hasSize(3);
    }

    @Test
    void aClientMayDeclineEverySupport() {
        path.submit("coach", caseId, SURVEY, survey());
        path.submit("coach", caseId, SUPPORTS, supports(List.of()));

        assertThat(path.fact(caseId, "capabilitySurvey", "supportNeeds")).isEqualTo("");
    }

    @Test
    void aSupportThatWasNotOfferedCannotBeAccepted() {
        path.submit("coach", caseId, SURVEY, survey());

        assertThatThrownBy(() -> path.submit("coach", caseId, SUPPORTS, supports(List.of("DIGITAL_SKILLS"))))
                .hasMessageContaining("only supports that you have offered");
        assertThat(documents.latest(caseId, "supportOffer")).isEmpty();
    }

    @Test
    void aSurveyThatLacksAnAnswerIsRefused() {
        Map<String, Object> incomplete = SampleForms.with(survey(), "capabilitySurvey", "workHistory", "");

        assertThatThrownBy(() -> path.submit("coach", caseId, SURVEY, incomplete)).hasMessageContaining("Work history");
        assertThat(documents.latest(caseId, "capabilitySurvey")).isEmpty();
    }

    @Test
    void anAnswerOutsideItsScaleIsRefused() {
        Map<String, Object> tooMany = SampleForms.with(survey(), "capabilitySurvey", "unemployedMonthsOfLast14", 15);

        assertThatThrownBy(() -> path.submit("coach", caseId, SURVEY, tooMany))
                .hasMessageContaining("Months unemployed of the last 14");
    }

    @Test
    void aClientWhoIsNotWellEnoughIsInterviewedOnAnotherDay() {
        path.submit("coach", caseId, SURVEY, postponed("POSTPONED"));
        assertThat(path.openTasks(caseId)).isEmpty();

        path.fireTimer(caseId, "catchEvent_tryAgain");

        assertThat(path.openTasks(caseId)).containsExactly(SURVEY);
        assertThat(documents.latest(caseId, "surveyAttempt")).isPresent();
        assertThat(documents.latest(caseId, "capabilitySurvey")).isEmpty();
    }

    @Test
    void aClientWhoWasNotReachedIsTriedAgain() {
        path.submit("coach", caseId, SURVEY, postponed("NOT_REACHED"));
        path.fireTimer(caseId, "catchEvent_tryAgain");
        path.submit("coach", caseId, SURVEY, survey());

        assertThat(path.openTasks(caseId)).containsExactly(SUPPORTS);
    }

    @Test
    void theNextTryCannotLieInThePast() {
        Map<String, Object> yesterday = Map.of("surveyResult", "NOT_REACHED",
                "surveyAgainOn", clock.today().minusDays(1).toString());

        assertThatThrownBy(() -> path.submit("coach", caseId, SURVEY, yesterday)).hasMessageContaining("Try again on");
    }

    @Test
    void anInterviewThatWaitsIsRemindedOfAndThenEscalated() {
        path.fireTimer(caseId, "boundaryEvent_surveyCapabilities_reminder");
        path.fireTimer(caseId, "boundaryEvent_surveyCapabilities_escalation");

        assertThat(path.hasPassed(caseId, "endEvent_surveyCapabilities_escalated")).isTrue();
        assertThat(sent()).containsExactlyInAnyOrder("reminder-survey", "escalation");
        assertThat(path.openTasks(caseId)).containsExactly(SURVEY);
    }

    @Test
    void supportsThatWaitAreRemindedOfAndThenEscalated() {
        path.submit("coach", caseId, SURVEY, survey());
        path.fireTimer(caseId, "boundaryEvent_agreeOnSupports_reminder");
        path.fireTimer(caseId, "boundaryEvent_agreeOnSupports_escalation");

        assertThat(sent()).containsExactlyInAnyOrder("reminder-survey", "escalation");
        assertThat(path.openTasks(caseId)).containsExactly(SUPPORTS);
    }

    @Test
    void theStageCanBeEndedWhileTheSupportsAreOpen() {
        path.submit("coach", caseId, SURVEY, survey());

        runtime.deleteProcessInstance(path.instances(caseId).get(0), "the client withdraws");

        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void nobodyElseMayOpenTheSurvey() {
        assertThatThrownBy(() -> path.submit("trainer", caseId, SURVEY, survey())).isNotNull();
        assertThat(documents.latest(caseId, "capabilitySurvey")).isEmpty();
    }

    private Map<String, Object> postponed(String result) {
        return Map.of("surveyResult", result, "surveyAgainOn", clock.today().plusDays(7).toString(),
                "surveyAttempt", Map.of("note", "Called twice."));
    }

    private List<String> sent() {
        return notifications.sentFor(caseId).stream().map(mail -> mail.template()).toList();
    }
}
