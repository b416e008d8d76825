package fi.tyopolku.casepages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.NewTrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.privacy.AccessLog;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who sees which case on our own pages, and what of it. Each document holds a word of its own, so that the word tells
 * whether the document reached somebody.
 */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class CasePagesTest {

    private static final String FAMILY_NAME = "Kanarialintunen";
    /** A text field of each kind. */
    private static final Map<String, String> FIELDS = Map.of("referral", "reason", "capabilitySurvey", "workHistory",
            "pathPlan", "employmentGoal", "jobApplication", "jobTitle", "guidanceReferral", "note",
            "workTrialAgreement", "tasks", "integrationSummary", "summary");
    private static final Map<String, String> TASKS = Map.of("socialGuidance", "service-advisor",
            "subsidyCheck", "funding-officer", "workTrial", "employer-liaison");
    private static final Map<String, Set<String>> READS = Map.of(
            "coach", Set.of("referral", "capabilitySurvey", "pathPlan", "jobApplication", "workTrialAgreement",
                    "integrationSummary"),
            "manager", Set.of(),
            "trainer", Set.of("pathPlan"),
            "service-advisor", Set.of("guidanceReferral"),
            "employer-liaison", Set.of("pathPlan", "workTrialAgreement"),
            "funding-officer", Set.of("jobApplication"));

    @LocalServerPort
    private int port;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private AccessLog log;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private ModelWords words;
    @Autowired
    private Clock clock;

    private String caseId;
    private String deployment;

    @BeforeEach
    void openACase() {
        caseId = client("Aino");
        FIELDS.forEach((kind, field) -> documents.save(caseId, kind, json.createObjectNode().put(field, canary(kind)), 0, "coach"));
        DeploymentBuilder models = repository.createDeployment();
        TASKS.forEach((process, group) -> models.addModelInstance(process + ".bpmn",
                Bpmn.createExecutableProcess(process).name(process).camundaHistoryTimeToLive(1).startEvent()
                        .userTask("userTask_" + process).name("Task of " + process).camundaCandidateGroups(group).endEvent().done()));
        deployment = models.deploy().getId();
    }

    @AfterEach
    void clear() {
        repository.deleteDeployment(deployment, true);
        groups.release(caseId);
    }

    @Test
    void nobodyButTheCoachAndTheManagerSeesACaseWithoutWorkInIt() {
        assertThat(status("coach", page())).isEqualTo(200);
        assertThat(status("manager", page())).isEqualTo(200);
        String unknown = "/app/cases/" + CaseIds.next();
        for (String user : List.of("coach3", "trainer", "service-advisor", "employer-liaison", "funding-officer", "coach2",
                "manager2", "funding-officer2")) {
            WebappClient client = loggedIn(user);
            String notThere = get(client, unknown).body();
            for (String path : List.of(page(), page() + "/summary", page() + "/documents/pathPlan",
                    page() + "/documents/pathPlan/part")) {
                HttpResponse<String> refused = get(client, path);
                assertThat(refused.statusCode()).as(user + " " + path).isEqualTo(404);
                assertThat(refused.body()).as("as for a case that does not exist").isEqualTo(notThere);
            }
            assertThat(get(client, "/app/cases").statusCode()).as(user).isEqualTo(200);
            assertThat(get(client, "/app/cases").body()).as(user).doesNotContain(caseId);
        }
        assertThat(log.of(caseId)).extracting(AccessLog.Look::userId).containsOnly("coach", "manager");
    }

    @Test
    void whoHasNoWorkWithClientsOrIsNotLoggedInGetsNoPageAtAll() {
        for (String path : List.of("/app/cases", page(), page() + "/summary", page() + "/documents/pathPlan")) {
            assertThat(status("modeller", path)).as(path).isEqualTo(403);
            assertThat(status("admin", path)).as(path).isEqualTo(403);
            assertThat(get(new WebappClient(port), path).statusCode()).as(path).isIn(302, 401);
        }
    }

    @Test
    void eachRoleSeesTheCasesItWorksOnAndOnlyTheDocumentsItMayRead(CapturedOutput output) {
        giveEverybodyWork();
        READS.forEach((user, kinds) -> {
            WebappClient client = loggedIn(user);
            assertThat(get(client, "/app/cases").body()).as(user).contains(caseId);
            HttpResponse<String> whole = get(client, page());
            HttpResponse<String> summary = get(client, page() + "/summary");
            assertThat(whole.statusCode()).as(user).isEqualTo(200);
            assertThat(summary.statusCode()).as(user).isEqualTo(200);
            assertThat(summary.body()).as("no frame").doesNotContain("<html");
            FIELDS.keySet().forEach(kind -> {
                HttpResponse<String> opened = get(client, page() + "/documents/" + kind);
                HttpResponse<String> part = get(client, page() + "/documents/" + kind + "/part");
                boolean reads = kinds.contains(kind);
                assertThat(opened.statusCode()).as("%s %s", user, kind).isEqualTo(reads ? 200 : 404);
                assertThat(part.statusCode()).as("%s %s", user, kind).isEqualTo(reads ? 200 : 404);
                assertThat(opened.body().contains(canary(kind))).as("%s %s", user, kind).isEqualTo(reads);
                assertThat(whole.body().contains("/documents/" + kind + "\"")).as("%s %s", user, kind).isEqualTo(reads);
                if (!reads) {
                    assertThat(whole.body() + summary.body()).as("%s %s", user, kind).doesNotContain(canary(kind));
                }
            });
            Set<String> looked = log.of(caseId).stream().filter(look -> look.userId().equals(user))
                    .map(AccessLog.Look::part).collect(Collectors.toSet());
            Set<String> expected = kinds.stream().map(kind -> "DOCUMENT_" + kind).collect(Collectors.toSet());
            expected.addAll(Set.of("CLIENT_PAGE", "CLIENT_SUMMARY"));
            assertThat(looked).as(user).isEqualTo(expected);
        });
        assertThat(output.getAll()).doesNotContain(FAMILY_NAME).doesNotContain("canary");
    }

    @Test
    void aTrainerSeesTheClientWhileTeachingAndByFirstNameOnly() {
        takePlace();
        assertThat(get(loggedIn("trainer"), page()).body()).contains("Aino K.").doesNotContain(FAMILY_NAME);
        assertThat(get(loggedIn("trainer"), page()).body()).doesNotContain("Rahoitus").doesNotContain("0401234567");
        groups.release(caseId);
        assertThat(status("trainer", page())).isEqualTo(404);
    }

    @Test
    void tasksOfOthersAreMarkedAndOnesOwnAreLinked() {
        giveEverybodyWork();
        String advisors = get(loggedIn("service-advisor"), "/app/cases").body();
        assertThat(advisors).contains("/camunda/app/tasklist/default/#/?task").doesNotContain("Task of subsidyCheck");
        String coachs = rowOfCase(get(loggedIn("coach"), "/app/cases").body());
        assertThat(coachs).contains("Odottaa muita").doesNotContain("#/?task");
        assertThat(coachs).contains("Palveluohjaajat").contains("Rahoitusasiantuntijat");
        assertThat(coachs + get(loggedIn("coach"), page()).body()).as("what a support does is its advisor's matter")
                .contains("Task of subsidyCheck").doesNotContain("Task of socialGuidance");
    }

    /** Other tests leave cases of the same coach. */
    private String rowOfCase(String page) {
        int at = page.indexOf(caseId);
        return page.substring(page.lastIndexOf("<tr", at), page.indexOf("</tr>", at));
    }

    @Test
    void aClosedCaseIsSeenByItsCoachAndManagersOnly() {
        giveEverybodyWork();
        cases.closeCase(caseId, "WITHDRAWN");
        for (String user : List.of("coach", "manager")) {
            assertThat(status(user, page())).as(user).isEqualTo(200);
            assertThat(get(loggedIn(user), "/app/cases").body()).doesNotContain(caseId);
        }
        for (String user : List.of("coach3", "trainer", "service-advisor", "employer-liaison", "funding-officer")) {
            assertThat(status(user, page())).as(user).isEqualTo(404);
        }
    }

    @Test
    void aDocumentShowsWhatChangedInWordsThatPeopleRead() {
        documents.save(caseId, "pathPlan", json.createObjectNode().put("employmentGoal", "Kirvesmies")
                .put("qualificationWanted", "PART").put("actionsUntil", "2026-12-24").put("occupationClear", true), 1, "coach");
        String shown = get(loggedIn("coach"), page() + "/documents/pathPlan/part").body();
        assertThat(shown).contains(canary("pathPlan"), "Kirvesmies", "24.12.2026", "Kyllä", "(tyhjä)")
                .doesNotContain("PART").doesNotContain("employmentGoal").doesNotContain("2026-12-24");
    }

    @Test
    void everyKindOfDocumentHasANameInEachLanguage() {
        assertThat(words.kind(java.util.Locale.forLanguageTag("fi"), "referralHandling")).isEqualTo("Käsittele lähete");
        assertThat(words.kind(java.util.Locale.forLanguageTag("fi"), "capabilitySurvey")).isEqualTo("Osaamiskartoitus");
    }

    private void giveEverybodyWork() {
        TASKS.keySet().forEach(process -> runtime.createProcessInstanceByKey(process).businessKey(caseId)
                .setVariables(Map.of("municipality", PathDriver.KEMIJARVI)).execute());
        takePlace();
    }

    private void takePlace() {
        LocalDate today = LocalDate.now(clock);
        String group = groups.create(new NewTrainingGroup(PathDriver.KEMIJARVI, "Kohti työtä", "Edukai", "trainer", today,
                today.plusWeeks(8), Set.of(DayOfWeek.MONDAY), 5));
        groups.takePlace(group, caseId, "Aino K.");
    }

    private String client(String givenName) {
        String id = CaseIds.next();
        clients.register(new NewReferral(PathDriver.KEMIJARVI, new PersonalIdentityCode(IdentityCodes.next()), givenName,
                FAMILY_NAME, "aino@example.fi", "0401234567", "fi", null, ReferralSource.WALK_IN, null, null,
                LocalDate.now(clock).minusDays(20)), id);
        cases.assignCoach(id, "coach");
        cases.open(id);
        return id;
    }

    private static String canary(String kind) {
        return "canary-" + kind;
    }

    private String page() {
        return "/app/cases/" + caseId;
    }

    private int status(String user, String path) {
        return get(loggedIn(user), path).statusCode();
    }

    private static HttpResponse<String> get(WebappClient client, String path) {
        return client.send(client.request(path).setHeader("Accept", "text/html").GET());
    }

    private WebappClient loggedIn(String user) {
        WebappClient client = new WebappClient(port);
        String application = user.equals("modeller") ? "cockpit" : user.equals("admin") ? "admin" : "tasklist";
        assertThat(client.logIn(user, DemoPassword.VALUE, application)).as(user).isEqualTo(200);
        return client;
    }
}
