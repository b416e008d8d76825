package fi.tyopolku.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts over HTTP, as Tasklist saves them and shows them again. */
@DatabaseTest
class FormDraftTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TYPED = """
            {"referralDecision":"ASK_MORE","referralHandling":{"question":"Kanarialintu-7: millä kielellä?"},
             "openedVersions":{"referral":1}}""";

    @LocalServerPort
    private int port;
    @Autowired
    private PathDriver path;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private HistoryService history;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private ObjectMapper json;

    private Map<String, Object> referral;
    private String caseId;
    private String task;
    private String draft;

    @BeforeEach
    void aTaskIsOpen() {
        referral = SampleForms.referral(IdentityCodes.next());
        caseId = path.start("coach", "clientPath", referral);
        task = path.task(caseId, "userTask_handleReferral").getId();
        draft = "/api/drafts/" + task;
    }

    @AfterEach
    void letTheClockGo() {
        clock.reset();
    }

    @Test
    void theOwnerFindsItInTheFormOnAnyMachineAndNobodyElseDoes() throws Exception {
        WebappClient coach = loggedIn("coach");
        assertThat(coach.get(draft).statusCode()).as("nothing saved yet").isEqualTo(204);
        HttpResponse<String> saved = coach.call("PUT", draft, TYPED);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);

        WebappClient elsewhere = loggedIn("coach");
        assertThat(shown(elsewhere, "referralHandling").path("question").asText()).startsWith("Kanarialintu-7");
        assertThat(shown(elsewhere, "referralDecision").asText()).isEqualTo("ASK_MORE");
        JsonNode told = json.readTree(elsewhere.get(draft).body());
        assertThat(told.path("savedAt").asText()).isNotEmpty();
        assertThat(told.path("formRevised").asBoolean()).isFalse();
        assertThat(told.path("changed")).isEmpty();

        WebappClient colleague = loggedIn("coach3");
        assertThat(colleague.get(draft).statusCode()).as("the task is open to both, each draft to one").isEqualTo(204);
        assertThat(formVariables(colleague).toString()).doesNotContain("Kanarialintu-7");
        assertThat(runtime.createVariableInstanceQuery().list()).noneMatch(variable -> String.valueOf(variable.getValue()).contains("Kanarialintu-7"));
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("Kanarialintu-7"));
        assertThat(documents.latest(caseId, "referralHandling")).as("nothing is submitted").isEmpty();
    }

    @Test
    void whoMayNotWorkOnTheTaskHasNoDraftOfIt() throws Exception {
        tasks.claim(task, "coach");
        assertThat(loggedIn("coach").call("PUT", draft, TYPED).statusCode()).isEqualTo(200);

        WebappClient colleague = loggedIn("coach3");
        for (HttpResponse<String> answer : List.of(colleague.get(draft), colleague.call("PUT", draft, TYPED),
                colleague.call("DELETE", draft, null), colleague.call("POST", draft + "/continuation", null))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json.readTree(answer.body()).path("detail").asText()).startsWith("Tämä tehtävä ei ole sinun");
        }
        WebappClient otherMunicipality = loggedIn("coach2");
        assertThat(otherMunicipality.get(draft).statusCode()).isEqualTo(404);
        assertThat(otherMunicipality.call("PUT", draft, TYPED).statusCode()).isEqualTo(404);
        WebappClient modeller = new WebappClient(port);
        modeller.logIn("modeller", DemoPassword.VALUE, "cockpit");
        assertThat(modeller.get(draft).statusCode()).isEqualTo(403);
        assertThat(new WebappClient(port).get(draft).statusCode()).isEqualTo(401);
    }

    @Test
    void aCallFromNoPageOfOursIsRefusedAndOpensNoPasswordWindow() throws Exception {
        WebappClient coach = loggedIn("coach");
        HttpRequest.Builder foreign = coach.request(draft).setHeader("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(TYPED));
        assertThat(coach.send(foreign).statusCode()).isEqualTo(401);

        HttpResponse<String> loggedOut = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + draft)).header("X-Requested-With", "XMLHttpRequest").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(loggedOut.statusCode()).isEqualTo(401);
        assertThat(loggedOut.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void onlyTheFormsOwnFieldsAreKeptAndNotMoreThanAFormHolds() throws Exception {
        WebappClient coach = loggedIn("coach");
        for (String wrong : List.of("{\"amount\":1}", "{\"referralHandling\":{\"secret\":1}}", "[1]", "{\"referralHandling\":7}",
                "{\"referralHandling\":{\"question\":\"" + "x".repeat(FormDrafts.LARGEST) + "\"}}", "{")) {
            HttpResponse<String> refused = coach.call("PUT", draft, wrong);
            assertThat(refused.statusCode()).as(wrong.substring(0, Math.min(40, wrong.length()))).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("secret", "amount", "xxx");
        }
        assertThat(coach.call("PUT", draft, "{\"referralDecision\":\"" + "x".repeat(2_000_000) + "\"}").statusCode()).isEqualTo(413);
        assertThat(coach.get(draft).statusCode()).isEqualTo(204);
    }

    @Test
    void aDraftIsDiscardedAndGoesWithItsTask() throws Exception {
        WebappClient coach = loggedIn("coach");
        coach.call("PUT", draft, TYPED);
        assertThat(coach.call("DELETE", draft, null).statusCode()).isEqualTo(204);
        assertThat(coach.get(draft).statusCode()).isEqualTo(204);

        coach.call("PUT", draft, TYPED);
        loggedIn("coach3").call("PUT", draft, TYPED);
        assertThat(stored()).isEqualTo(2);
        coach.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"coach\"}");
        assertThat(stored()).as("who has not got the task has no use for a draft").isEqualTo(1);
        path.submitTask("coach", task, Map.of("referralDecision", "DECLINE", "referralHandling", Map.of("declineReason", "Moved.")));
        assertThat(stored()).isZero();
    }

    @Test
    void aDraftIsForgottenAfterThirtyDays() throws Exception {
        WebappClient coach = loggedIn("coach");
        coach.call("PUT", draft, TYPED);
        clock.setTo(Clock.systemUTC().instant().plus(FormDrafts.KEPT).plus(Duration.ofHours(1)));
        assertThat(coach.get(draft).statusCode()).isEqualTo(204);
        String other = path.start("coach", "clientPath", SampleForms.referral(IdentityCodes.next()));
        coach.call("PUT", "/api/drafts/" + path.task(other, "userTask_handleReferral").getId(), TYPED);
        assertThat(stored()).as("the next one to be saved takes the old ones away").isZero();
    }

    @Test
    void aDraftBegunBeforeSomebodyChangedTheDocumentIsToldSoAndSubmittedOnlyAfterALook() throws Exception {
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ASK_MORE",
                "referralHandling", Map.of("question", "Which language?")));
        task = path.task(caseId, "userTask_addInformation").getId();
        draft = "/api/drafts/" + task;
        WebappClient coach = loggedIn("coach");
        HttpResponse<String> saved = coach.call("PUT", draft,
                "{\"referral\":{\"givenName\":\"Ainokaisa\"},\"openedVersions\":{\"referral\":1}}");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        documents.save(caseId, "referral", SampleForms.json(SampleForms.with(referral, "referral", "phone", "+358 40 999 9999")
                .get("referral")), 1, "coach3");

        JsonNode told = json.readTree(coach.get(draft).body());
        assertThat(told.path("changed").toString()).contains("Puhelin");
        assertThat(shown(coach, "documentVersions").path("referral").asInt()).isEqualTo(1);
        assertThat(shown(coach, "referral").path("phone").asText()).as("what was not typed is shown as it is now")
                .isEqualTo("+358 40 999 9999");
        assertThat(shown(coach, "referral").path("givenName").asText()).isEqualTo("Ainokaisa");

        assertThat(coach.call("POST", draft + "/continuation", null).statusCode()).isEqualTo(204);
        assertThat(shown(coach, "documentVersions").path("referral").asInt()).isEqualTo(2);
        assertThat(json.readTree(coach.get(draft).body()).path("changed")).isEmpty();
    }

    @Test
    void aRevisedFormLeavesOpenTasksAndTheirDraftsAlone() throws Exception {
        WebappClient coach = loggedIn("coach");
        coach.call("PUT", draft, TYPED);
        String deployment = deployRevised();
        try {
            assertThat(coach.get(ENGINE + "/task/" + task + "/deployed-form").body()).doesNotContain("revised");
            assertThat(json.readTree(coach.get(draft).body()).path("formRevised").asBoolean()).isFalse();
            assertThat(shown(coach, "referralHandling").path("question").asText()).startsWith("Kanarialintu-7");
            assertThat(coach.call("PUT", draft, TYPED).statusCode()).isEqualTo(200);
            path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ASK_MORE",
                    "referralHandling", Map.of("question", "Which language?")));
            assertThat(path.openTasks(caseId)).contains("userTask_addInformation");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** The bundle of the referral once more, with a word more in its forms. */
    private String deployRevised() throws Exception {
        String latest = repository.createProcessDefinitionQuery().processDefinitionKey("referral").latestVersion()
                .singleResult().getDeploymentId();
        DeploymentBuilder revised = repository.createDeployment().name("a revised form");
        for (String name : repository.getDeploymentResourceNames(latest)) {
            String content = new String(repository.getResourceAsStream(latest, name).readAllBytes(), StandardCharsets.UTF_8);
            revised.addString(name, name.endsWith(".form") ? content.replace("What do you decide?", "What do you decide? (revised)") : content);
        }
        return revised.deploy().getId();
    }

    @Test
    void aRefusedFormIsAnsweredWithASentenceForEachFieldInTheLanguageOfTheBrowser() throws Exception {
        WebappClient coach = loggedIn("coach");
        HttpResponse<String> refused = coach.post(ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\":{\"referralDecision\":{\"value\":\"ACCEPT\"},\"referralHandling\":{\"type\":\"Json\",\"value\":\"{}\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode told = json.readTree(refused.body());
        assertThat(told.path("message").asText()).doesNotContain("Cannot submit", task).startsWith("Omavalmentaja");
        assertThat(told.path("fields").properties()).isNotEmpty()
                .allSatisfy(field -> assertThat(told.path("message").asText()).contains(field.getValue().asText()));
    }

    @Test
    void theTaskLeadsToItsCase() throws Exception {
        String address = "/api/tasks/" + task + "/case";
        assertThat(json.readTree(loggedIn("coach").get(address).body()).path("caseId").asText()).isEqualTo(caseId);
        assertThat(loggedIn("coach2").get(address).statusCode()).isEqualTo(404);
        assertThat(new WebappClient(port).get(address).statusCode()).isEqualTo(401);
    }

    private int stored() {
        return jdbc.sql("select count(*) from tyopolku.form_draft where task_id = ?").param(task).query(Integer.class).single();
    }

    private JsonNode shown(WebappClient person, String name) throws Exception {
        return json.readTree(formVariables(person).path(name).path("value").asText());
    }

    private JsonNode formVariables(WebappClient person) throws Exception {
        return json.readTree(person.get(ENGINE + "/task/" + task + "/form-variables?deserializeValues=false").body());
    }

    private WebappClient loggedIn(String user) {
        WebappClient client = new WebappClient(port);
        assertThat(client.logIn(user, DemoPassword.VALUE, "tasklist")).isEqualTo(200);
        return client;
    }
}
