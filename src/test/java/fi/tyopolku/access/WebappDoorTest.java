package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.testing.DatabaseTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Through real log-in pages and the web applications' API. */
@DatabaseTest
class WebappDoorTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final int MEGABYTES_2 = 2 * 1024 * 1024;

    @LocalServerPort
    private int port;
    @Autowired
    private RepositoryService repositoryService;
    @Autowired
    private RuntimeService runtimeService;
    @Autowired
    private TaskService taskService;
    @Autowired
    private FilterService filterService;
    @Autowired
    private ObjectMapper json;

    private String deployment;
    private String definition;

    @BeforeEach
    void deploy() {
        var stage = Bpmn.createExecutableProcess("referral").camundaHistoryTimeToLive(1)
                .startEvent().userTask("decideInDoorTest").camundaCandidateGroups("coach").endEvent().done();
        var path = Bpmn.createExecutableProcess("clientPath").camundaHistoryTimeToLive(1)
                .startEvent().callActivity().calledElement("referral").camundaIn("caseId", "caseId").endEvent().done();
        deployment = repositoryService.createDeployment()
                .addModelInstance("referral.bpmn", stage).addModelInstance("path.bpmn", path).deploy().getId();
        definition = repositoryService.createProcessDefinitionQuery().deploymentId(deployment)
                .processDefinitionKey("clientPath").singleResult().getId();
    }

    @AfterEach
    void clear() {
        repositoryService.deleteDeployment(deployment, true);
    }

    @Test
    void aCoachEntersTasklistAndNoOtherApplication() {
        WebappClient coach = new WebappClient(port);
        assertThat(coach.logIn("coach", DemoPassword.VALUE, "cockpit")).isEqualTo(403);
        assertThat(coach.logIn("coach", DemoPassword.VALUE, "admin")).isEqualTo(403);
        assertThat(coach.logIn("coach", DemoPassword.VALUE, "tasklist")).isEqualTo(200);
        assertThat(coach.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(coach.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(new WebappClient(port).logIn("employer-liaison", "Vaara-salasana-1", "tasklist")).isEqualTo(401);
    }

    @Test
    void aManagerEntersCockpit() {
        WebappClient manager = loggedIn("manager", "cockpit");
        assertThat(manager.get(ENGINE + "/process-definition/statistics").statusCode()).isEqualTo(200);
        assertThat(manager.get(ENGINE + "/process-definition?key=clientPath&sortBy=version&sortOrder=desc").body())
                .as("Cockpit asks for the versions without a limit").contains(definition);
        assertThat(manager.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count")
                .statusCode()).isEqualTo(200);
    }

    @Test
    void aCoachStartsAndWorksThroughFormsOnly() throws Exception {
        WebappClient coach = loggedIn("coach", "tasklist");
        assertThat(coach.post(ENGINE + "/deployment/create", "{}").statusCode()).isEqualTo(403);
        HttpResponse<String> aroundTheForm = coach.post(ENGINE + "/process-definition/" + definition + "/start", "{}");
        assertThat(aroundTheForm.statusCode()).isEqualTo(403);
        assertThat(json.readTree(aroundTheForm.body()).get("type").asText()).isEqualTo("notAllowed");
        assertThat(json.readTree(aroundTheForm.body()).get("message").asText())
                .isEqualTo("Sinulla ei ole oikeutta tähän toimintoon.");

        HttpResponse<String> started = coach.post(ENGINE + "/process-definition/" + definition + "/submit-form",
                "{\"variables\":{\"caseId\":{\"value\":\"TP-1\"}},\"businessKey\":\"TP-1\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        Task task = taskService.createTaskQuery().taskDefinitionKey("decideInDoorTest").singleResult();
        assertThat(task.getTenantId()).as("the called stage belongs to the coach's municipality")
                .isEqualTo("kemijarvi");

        assertThat(coach.post(ENGINE + "/task/" + task.getId() + "/complete", "{}").statusCode()).isEqualTo(403);
        assertThat(coach.post(ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\":\"coach\"}").statusCode())
                .isEqualTo(204);
        assertThat(coach.post(ENGINE + "/task/" + task.getId() + "/submit-form", "{\"variables\":{}}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void anotherMunicipalitySeesNothingOfACase() throws Exception {
        String myGroups = filterService.createFilterQuery().filterName("My group's tasks").singleResult().getId();
        WebappClient here = loggedIn("coach", "tasklist");
        WebappClient elsewhere = loggedIn("coach2", "tasklist");
        int hereBefore = count(here, myGroups);
        int elsewhereBefore = count(elsewhere, myGroups);

        ProcessInstance path = runtimeService.startProcessInstanceByKey("clientPath", "TP-2",
                Map.of("municipality", "kemijarvi", "caseId", "TP-2"));
        Task task = taskService.createTaskQuery().taskDefinitionKey("decideInDoorTest").singleResult();

        assertThat(count(here, myGroups)).isEqualTo(hereBefore + 1);
        assertThat(here.get(ENGINE + "/task/" + task.getId()).statusCode()).isEqualTo(200);

        assertThat(count(elsewhere, myGroups)).isEqualTo(elsewhereBefore);
        assertThat(elsewhere.get(ENGINE + "/task?maxResults=2000").body()).doesNotContain(task.getId());
        for (String id : List.of(task.getId(), "no-such-task")) {
            String url = ENGINE + "/task/" + id;
            List<HttpResponse<String>> answers = List.of(elsewhere.get(url), elsewhere.get(url + "/form-variables"),
                    elsewhere.get(url + "/deployed-form"), elsewhere.post(url + "/claim", "{\"userId\":\"coach2\"}"),
                    elsewhere.post(url + "/unclaim", ""), elsewhere.post(url + "/submit-form", "{\"variables\":{}}"));
            for (HttpResponse<String> answer : answers) {
                assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(404);
                assertThat(json.readTree(answer.body()).get("type").asText()).isEqualTo("taskNotFound");
            }
        }
        assertThat(taskService.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isNull();

        WebappClient otherManager = loggedIn("manager2", "cockpit");
        assertThat(otherManager.get(ENGINE + "/process-instance/" + path.getId()).statusCode()).isEqualTo(404);
        assertThat(otherManager.post(ENGINE + "/variable-instance?maxResults=2000", "{}").body())
                .doesNotContain(path.getId());
        WebappClient ownManager = loggedIn("manager", "cockpit");
        assertThat(ownManager.get(ENGINE + "/process-instance/" + path.getId()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"assigneeExpression\":\"${1+1}\"}",
        "{\"orQueries\":[{\"assigneeExpression\":\"${documentStore.latest('TP-1','referral')}\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"${now()}\"}]}]}",
        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"${1+1}\"}]}",
        "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}],\"orQueries\":[]}",
        "{} {\"assigneeExpression\":\"${1+1}\"}"})
    void aSearchWithAnExpressionNeverReachesTheEngine(String search) throws Exception {
        String filter = filterService.createFilterQuery().filterName("My tasks").singleResult().getId();
        WebappClient coach = loggedIn("coach", "tasklist");
        for (String path : List.of("/filter/" + filter + "/count", "/filter/" + filter + "/list")) {
            HttpResponse<String> refused = coach.post(ENGINE + path, search);
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(json.readTree(refused.body()).get("type").asText()).isEqualTo("noExpressions");
        }
        WebappClient manager = loggedIn("manager", "cockpit");
        for (String path : List.of("/task", "/task/count", "/process-instance")) {
            assertThat(manager.post(ENGINE + path, search).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void aSearchWithPlainValuesGoesThrough() {
        String filter = filterService.createFilterQuery().filterName("My tasks").singleResult().getId();
        WebappClient coach = loggedIn("coach", "tasklist");
        assertThat(coach.post(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15",
                "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}").statusCode()).isEqualTo(200);
        assertThat(coach.post(ENGINE + "/filter/" + filter + "/count", "{\"orQueries\":[{\"assignee\":\"coach\"}]}")
                .statusCode()).isEqualTo(200);
        assertThat(coach.get(ENGINE + "/task?assigneeExpression=%24%7B1%7D&maxResults=5").statusCode()).isEqualTo(400);
        assertThat(coach.post(ENGINE + "/filter/" + filter + "/count", "{\"orQueries\":").statusCode()).isEqualTo(400);
    }

    @Test
    void aTaskIsTakenForOneselfAndGivenBackByOneself() throws Exception {
        runtimeService.startProcessInstanceByKey("clientPath", "TP-3",
                Map.of("municipality", "kemijarvi", "caseId", "TP-3"));
        Task task = taskService.createTaskQuery().taskDefinitionKey("decideInDoorTest").singleResult();
        String path = ENGINE + "/task/" + task.getId();
        WebappClient coach = loggedIn("coach", "tasklist");
        for (String body : List.of("{\"userId\":\"coach3\"}", "{\"userId\":null}", "{}", "[]", "", "null",
                "{\"userId\":\"coach\",\"userId\":\"coach3\"}")) {
            assertThat(coach.post(path + "/claim", body).statusCode()).as(body).isEqualTo(403);
            assertThat(assignee(task)).as(body).isNull();
        }
        assertThat(coach.post(path + "/claim", "{\"userId\":\"coach\"}").statusCode()).isEqualTo(204);
        assertThat(assignee(task)).isEqualTo("coach");

        WebappClient colleague = loggedIn("coach3", "tasklist");
        assertThat(colleague.post(path + "/unclaim", "").statusCode()).isEqualTo(403);
        assertThat(colleague.post(path + "/assignee", "{\"userId\":\"coach3\"}").statusCode()).isEqualTo(403);
        assertThat(assignee(task)).isEqualTo("coach");
        assertThat(coach.post(path + "/assignee", "{\"userId\":\"coach3\"}").statusCode()).isEqualTo(403);

        assertThat(coach.post(path + "/unclaim", "").statusCode()).isEqualTo(204);
        assertThat(assignee(task)).isNull();
        assertThat(colleague.post(path + "/claim", "{\"userId\":\"coach3\"}").statusCode()).isEqualTo(204);

        assertThat(coach.post(path + "/claim", "{\"userId\":\"coach\"}").statusCode())
                .as("somebody else holds it").isBetween(400, 409);
        assertThat(assignee(task)).isEqualTo("coach3");
    }

    private String assignee(Task task) {
        return taskService.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "5", "{\"variables\":[]}", "{\"variables\":{\"caseId\":null}}",
        "{\"variables\":{\"caseId\":5}}", "{\"variables\":{\"caseId\":{\"value\":\"TP-1\",\"type\":\"Strange\"}}}",
        "{\"variables\":{\"caseId\":{\"value\":\"TP-1\",\"type\":5}}}",
        "{\"variables\":{\"caseId\":{\"value\":{\"a\":1},\"type\":\"String\"}}}",
        "{\"variables\":{\"caseId\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.Object\","
                + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
        "{\"variables\":{\"caseId\":{\"value\":\"QQ==\",\"type\":\"Bytes\"}}}",
        "{\"variables\":{\"caseId\":{\"value\":\"QQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a\"}}}}",
        "{\"variables\":{\"caseId\":{\"value\":\"{\",\"type\":\"Json\"}}}"})
    void aBodyThatNoFormSendsIsRefusedAndNothingStarts(String body) throws Exception {
        WebappClient coach = loggedIn("coach", "tasklist");
        long before = runtimeService.createProcessInstanceQuery().count();

        HttpResponse<String> refused = coach.post(ENGINE + "/process-definition/" + definition + "/submit-form", body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json.readTree(refused.body()).get("message").asText()).isNotBlank().doesNotContain("Exception");
        assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void aRequestWithoutTheCsrfTokenIsRefused() {
        WebappClient coach = loggedIn("coach", "tasklist");
        var request = coach.request(ENGINE + "/process-definition/" + definition + "/submit-form")
                .header("Content-Type", "application/json").setHeader("X-XSRF-TOKEN", "guessed")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(coach.send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void twoMegabytesOfTextAreRefusedWithAClearSentence() throws Exception {
        WebappClient coach = loggedIn("coach", "tasklist");
        String path = ENGINE + "/process-definition/" + definition + "/submit-form";
        String large = "{\"variables\":{\"reason\":{\"value\":\"" + "x".repeat(MEGABYTES_2) + "\"}}}";
        HttpResponse<String> refused = coach.post(path, large);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json.readTree(refused.body()).get("message").asText()).contains("1 Mt");

        var ofUnknownLength = coach.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes())));
        assertThat(coach.send(ofUnknownLength).statusCode()).isEqualTo(413);
        var smallOfUnknownLength = coach.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{}".getBytes())));
        HttpResponse<String> accepted = coach.send(smallOfUnknownLength);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    }

    @Test
    void theSetUpPageIsClosedInEveryWriting() {
        WebappClient anybody = new WebappClient(port);
        anybody.get("/camunda/app/admin/default/");
        for (String path : List.of("/camunda/app/admin/default/setup/", "/camunda/app/admin/default/setup",
                "/camunda/app/%61dmin/default/setup/")) {
            assertThat(anybody.get(path).statusCode()).as(path).isIn(400, 403);
        }
        for (String path : List.of("/camunda/api/admin/setup/default/user/create",
                "/camunda/%61pi/admin/setup/default/user/create", "/camunda/x/../api/admin/setup/default/user/create",
                "/camunda/api/;/admin/setup/default/user/create", "/camunda//api/admin/setup/default/user/create")) {
            assertThat(anybody.post(path, "{}").statusCode()).as(path).isIn(400, 401, 403);
        }
    }

    @Test
    void securityHeadersAreOnEveryKindOfAnswer() {
        WebappClient anybody = new WebappClient(port);
        for (String path : List.of("/camunda/app/tasklist/default/", "/camunda/lib/deps.js", "/camunda/api/engine/engine/",
                ENGINE + "/filter", "/actuator/health", "/api/referrals", "/nowhere")) {
            var headers = anybody.get(path).headers();
            assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("same-origin");
            assertThat(headers.allValues("Permissions-Policy")).as(path).hasSize(1);
            assertThat(headers.allValues("Content-Security-Policy")).as(path).hasSize(1);
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).as(path)
                    .doesNotContain("unsafe-eval").contains("frame-ancestors 'none'");
        }
    }

    private WebappClient loggedIn(String userId, String application) {
        WebappClient client = new WebappClient(port);
        assertThat(client.logIn(userId, DemoPassword.VALUE, application)).isEqualTo(200);
        return client;
    }

    private int count(WebappClient client, String filter) throws Exception {
        JsonNode answer = json.readTree(client.get(ENGINE + "/filter/" + filter + "/count").body());
        return answer.get("count").asInt();
    }
}
