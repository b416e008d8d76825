package fi.tyopolku.path;

import static fi.tyopolku.testing.StageForms.followUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class FollowUpTest {

    private static final String FOLLOW_UP = "userTask_followUp";

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
    private BusinessClock clock;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private ObjectMapper json;

    private String caseId;

    @BeforeEach
    void theStageBegins() {
        caseId = SampleCases.open(clients, cases);
        path.startStage("followUp", caseId, SampleCases.facts());
    }

    @Test
    void theFollowUpWaitsSixMonths() {
        assertThat(path.openTasks(caseId)).isEmpty();
        assertThat(management.createJobQuery().processInstanceId(path.instances(caseId).get(0)).timers().singleResult()
                .getDuedate().toInstant().atZone(ZoneId.of("Europe/Helsinki")).toLocalDate())
                .isEqualTo(clock.today().plusMonths(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN_JOB", "SUBSIDISED_JOB", "APPRENTICESHIP", "QUALIFICATION", "QUALIFICATION_DONE",
        "LABOUR_MARKET_TRAINING", "OTHER_SERVICE", "JOB_SEARCH", "OUTSIDE_LABOUR_MARKET", "OTHER"})
    void whereTheClientIsNowBecomesTheOutcomeOfThePath(String situation) {
        path.fireTimer(caseId, "catchEvent_sixMonths");
        path.submit("coach", caseId, FOLLOW_UP, followUp(situation));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(path.fact(caseId, "followUp", "pathOutcome")).isEqualTo(situation);
        assertThat(sent()).containsExactly("follow-up-invitation", "path-closed");
    }

    @Test
    void participationAndAttitudeAreComparedWithTheBeginning() {
        documents.save(caseId, "capabilitySurvey", json.valueToTree(StageForms.survey().get("capabilitySurvey")), 0, "coach");
        path.fireTimer(caseId, "catchEvent_sixMonths");

        assertThat(path.shown("coach", caseId, FOLLOW_UP).get("capabilitySurvey").toString()).contains("studyAttitude");
        path.submit("coach", caseId, FOLLOW_UP, followUp("APPRENTICESHIP"));
        assertThat(documents.latest(caseId, "followUp").orElseThrow().content().path("studyAttitude").asInt()).isEqualTo(5);
        assertThat(documents.latest(caseId, "capabilitySurvey").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aClientWhoIsNotReachedIsTriedAgainOnTheChosenDay() {
        path.fireTimer(caseId, "catchEvent_sixMonths");
        path.submit("coach", caseId, FOLLOW_UP, Map.of("followUpResult", "TRY_AGAIN",
                "tryAgainOn", clock.today().plusDays(14).toString(), "followUpAttempt", Map.of("note", "No answer.")));
        assertThat(path.openTasks(caseId)).isEmpty();

        path.fireTimer(caseId, "catchEvent_tryAgain");
        path.submit("coach", caseId, FOLLOW_UP, followUp("OPEN_JOB"));

        assertThat(path.fact(caseId, "followUp", "pathOutcome")).isEqualTo("OPEN_JOB");
    }

    @Test
    void aClientWhoStaysUnreachedHasAnOutcomeToo() {
        path.fireTimer(caseId, "catchEvent_sixMonths");
        path.submit("coach", caseId, FOLLOW_UP, Map.of("followUpResult", "NOT_REACHED",
                "followUpAttempt", Map.of("note", "Three calls and a letter.")));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(path.fact(caseId, "followUp", "pathOutcome")).isEqualTo("NOT_REACHED");
        assertThat(documents.latest(caseId, "followUp")).isEmpty();
    }

    @Test
    void aReachedClientIsSomewhere() {
        path.fireTimer(caseId, "catchEvent_sixMonths");

        assertThatThrownBy(() -> path.submit("coach", caseId, FOLLOW_UP, Map.of("followUpResult", "REACHED")))
                .hasMessageContaining("Where is the client now?");
    }

    @Test
    void aFollowUpThatWaitsIsRemindedOfAndThenEscalated() {
        path.fireTimer(caseId, "catchEvent_sixMonths");
        path.fireTimer(caseId, "boundaryEvent_followUp_reminder");
        path.fireTimer(caseId, "boundaryEvent_followUp_escalation");

        assertThat(sent()).contains("reminder-follow-up", "escalation");
        assertThat(path.hasPassed(caseId, "endEvent_followUp_reminded")).isTrue();
        assertThat(path.hasPassed(caseId, "endEvent_followUp_escalated")).isTrue();
        assertThat(path.openTasks(caseId)).containsExactly(FOLLOW_UP);
    }

    @Test
    void theStageCanBeEndedWhileTheFollowUpIsOpen() {
        path.fireTimer(caseId, "catchEvent_sixMonths");

        runtime.deleteProcessInstance(path.instances(caseId).get(0), "the client withdraws");

        assertThat(path.isRunning(caseId)).isFalse();
    }

    private List<String> sent() {
        return notifications.sentFor(caseId).stream().map(mail -> mail.template()).toList();
    }
}
