package fi.tyopolku.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.answers.AnswerClient;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.shortnotice.ShortNoticeWorld;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Client, employer and provider say what they think; the coach reads it in the case. */
@ApplicationTest
class FeedbackTest {

    private static final String READ = "userTask_readFeedback";
    private static final String PHONE = "userTask_askByPhone";
    private static final Map<String, String> CLIENT_SAYS = Map.of("qualityOfLife", "4", "smallProgress", "5", "heard", "2",
            "servicesHelped", "4", "comment", "Bussi ei kulje. [linkki](http://example.org)");

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private GreenMail mail;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;

    private ShortNoticeWorld world;
    private PathDriver path;

    @BeforeEach
    void aDay() {
        world = new ShortNoticeWorld(beans);
        path = world.path;
        world.itIs(ShortNoticeWorld.TODAY);
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void eachPartyIsAskedInItsOwnWayAndTheCoachReadsTheAnswers() {
        String caseId = world.client("client." + world.keyword + "@example.fi");
        start(caseId, List.of("CLIENT", "EMPLOYER", "PROVIDER"), "employer." + world.keyword + "@example.fi");
        assertThat(path.openTasks(caseId)).containsExactly(PHONE);
        assertThat(path.shown("coach", caseId, PHONE).get("partyName").toString()).contains("Provider");

        path.submit("coach", caseId, PHONE, Map.of("phoneResult", "ANSWERED", "feedbackProvider",
                Map.of("cooperation", "5", "information", "2", "placesUsed", "4", "comment", "Tieto tuli myöhään.")));
        assertThat(documents.latest(caseId, "feedbackProvider").orElseThrow().author()).isEqualTo("coach");

        List<Task> reminded = fireReminders(caseId);
        assertThat(reminded).isEmpty();
        assertThat(TestMail.subjectsTo(mail, "client." + world.keyword))
                .containsExactly("Pyydämme palautetta palveluista", "Muistutus: palaute on meille tärkeä");
        List<String> links = AnswerClient.tokensTo(mail, "client." + world.keyword);
        assertThat(new AnswerClient(port).answer(links.get(1), CLIENT_SAYS).statusCode()).isEqualTo(200);
        assertThat(new AnswerClient(port).open(links.get(0)).statusCode()).isEqualTo(410);
        path.runJobs(caseId);

        // The employer says nothing until the time is over.
        path.fireTimer(caseId, "boundaryEvent_timeOver");
        String shown = path.shown("coach", caseId, READ).get("feedbackAnswers").toString();
        assertThat(shown).contains("I was heard when my path was planned. **Disagree to some extent**", "Tieto tuli myöhään",
                "No answer.").doesNotContain("[linkki](");
        assertThat(documents.latest(caseId, "feedbackClient").orElseThrow().author()).isEqualTo("client");
        path.submit("coach", caseId, READ, Map.of("feedbackReading", Map.of("whatChanges", "Sovitaan kyydeistä.")));
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void anAnswerThatHasComeStopsTheReminder() {
        String caseId = world.client("quick." + world.keyword + "@example.fi");
        start(caseId, List.of("CLIENT"), null);
        new AnswerClient(port).answer(AnswerClient.tokensTo(mail, "quick." + world.keyword).get(0), CLIENT_SAYS);
        path.runJobs(caseId);

        assertThat(path.waitsForTimer(caseId, "boundaryEvent_reminder")).isFalse();
        assertThat(path.openTasks(caseId)).containsExactly(READ);
        assertThat(TestMail.subjectsTo(mail, "quick." + world.keyword)).containsExactly("Pyydämme palautetta palveluista");
    }

    @Test
    void calledByAnotherProcessEverybodyIsAskedAndWhoIsNotReachedIsLeftInPeace() {
        String caseId = world.client(null);
        path.startStage("feedback", caseId, Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi"));
        List<Task> calls = tasks.createTaskQuery().processInstanceBusinessKey(caseId).taskDefinitionKey(PHONE).list();
        assertThat(calls).hasSize(3);

        calls.forEach(call -> path.submitTask("coach", call.getId(), Map.of("phoneResult", "NOT_REACHED")));
        path.runJobs(caseId);

        assertThat(path.openTasks(caseId)).containsExactly(READ);
        assertThat(documents.latest(caseId, "feedbackClient")).isEmpty();
    }

    @Test
    void aCaseThatIsNotThereOrNotOursIsRefused() {
        assertThatThrownBy(() -> start("TP-2222-2222", List.of("CLIENT"), null)).hasMessageContaining("case");
        String caseId = world.client(null);
        assertThatThrownBy(() -> path.start("coach2", "feedback", form(caseId, List.of("CLIENT"), null)))
                .hasMessageContaining("case");
    }

    private List<Task> fireReminders(String caseId) {
        path.instances(caseId).forEach(instance -> management.createJobQuery()
                .processInstanceId(instance).activityId("boundaryEvent_reminder").list()
                .forEach(job -> management.executeJob(job.getId())));
        path.runJobs(caseId);
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId).list();
    }

    private void start(String caseId, List<String> parties, String employerEmail) {
        path.start("coach", "feedback", form(caseId, parties, employerEmail));
    }

    private static Map<String, Object> form(String caseId, List<String> parties, String employerEmail) {
        Map<String, Object> request = new HashMap<>();
        if (employerEmail != null) {
            request.put("employerEmail", employerEmail);
            request.put("employerLanguage", "fi");
        }
        return Map.of("caseId", caseId, "partiesAsked", parties, "feedbackRequest", request);
    }
}
