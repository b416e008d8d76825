package fi.tyopolku.handover;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.HandOver;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class HandOverPageTest {

    private static final String PAGE = "/app/hand-over";
    private static final String TASK = "/camunda/api/engine/engine/default/task/";

    @LocalServerPort
    private int port;
    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private HandOvers handOvers;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private IdentityService identity;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private FormService forms;

    private HandOverSetUp setUp;

    @BeforeEach
    void setUp() {
        setUp = new HandOverSetUp(path, clock, identity, repository, forms);
    }

    @AfterEach
    void nobodyIsAwayAnyMore() {
        setUp.endAbsences(handOvers);
    }

    @ParameterizedTest
    @CsvSource({"coach,200", "manager,200", "coach2,200", "manager2,200", "trainer,403", "service-advisor,403",
        "employer-liaison,403", "funding-officer,403", "modeller,403", "admin,403"})
    void onlyCoachesAndManagersSeeThePage(String user, int status) {
        WebappClient browser = new WebappClient(port);
        browser.logIn(user, DemoPassword.VALUE, user.equals("modeller") ? "cockpit" : user.equals("admin") ? "admin" : "tasklist");
        assertThat(page(browser, PAGE).statusCode()).isEqualTo(status);
        assertThat(page(browser, PAGE + "/new?from=nobody-known").statusCode()).isEqualTo(status == 200 ? 404 : 403);
    }

    @Test
    void whoIsLoggedOutIsSentToLogInAndPostsNothing() {
        WebappClient browser = new WebappClient(port);
        assertThat(page(browser, PAGE).statusCode()).isEqualTo(302);
        assertThat(post(browser, PAGE, "fromCoach", "coach").statusCode()).isEqualTo(401);
    }

    @Test
    void aCoachHandsACaseOverOnThePageAndLosesItsTasks() {
        String caseId = setUp.client();
        String task = path.task(caseId, "userTask_surveyCapabilities").getId();
        WebappClient coach = loggedIn("coach", "fi");
        assertThat(page(coach, PAGE).body()).contains("Siirrot", "Mikko Metsälä", "/app/hand-over/new?from&#x3D;coach\"")
                .doesNotContain("from&#x3D;coach3", "Sanna");
        assertThat(page(coach, PAGE + "/new?from=coach3").statusCode()).isEqualTo(404);
        assertThat(page(coach, PAGE + "/new?from=coach").body()).contains(caseId, "Aino K.", "Kuka ottaa asiat?");
        assertThat(coach.get(TASK + task).statusCode()).isEqualTo(200);

        assertThat(page(coach, PAGE).body()).contains("Määräaikaisia siirtoja ei ole.").doesNotContain("Ensimmäinen päivä");

        HttpResponse<String> sent = post(coach, PAGE, "fromCoach", "coach", "chosenCases", caseId, "handOverKind", "FOR_GOOD",
                "newCoach", "coach3", "why", "Alueet vaihtuvat.");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        settle(caseId);

        assertThat(cases.coachesOf(caseId)).containsExactly("coach3");
        assertThat(page(coach, sent.headers().firstValue("Location").orElseThrow()).body()).contains("Siirto on otettu vastaan");
        assertThat(coach.post(TASK + task + "/submit-form", "{\"variables\":{}}").statusCode()).isEqualTo(403);
        assertThat(coach.post(TASK + task + "/claim", "{\"userId\":\"coach\"}").statusCode()).isEqualTo(403);
        assertThat(page(coach, PAGE + "/new?from=coach").body()).doesNotContain(caseId);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
        String caseId = setUp.client();
        WebappClient manager = loggedIn("manager", "sv");
        HttpResponse<String> refused = post(manager, PAGE, "fromCoach", "coach", "chosenCases", caseId,
                "handOverKind", "TEMPORARY", "absenceFrom", clock.today().plusDays(5).toString(),
                "absenceTo", clock.today().plusDays(3).toString(), "newCoach", "coach3", "why", "Semester <i>");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Överföringen gjordes inte", "id=\"absenceTo-fault\">Sista frånvarodagen: dagen är före",
                "value=\"" + caseId + "\" id=\"case-" + caseId + "\" checked", "Semester &lt;i&gt;", "lang=\"sv\"");

        HttpResponse<String> empty = post(manager, PAGE, "fromCoach", "coach");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("#newCoach", "#why", "#handOverKind");
        HttpResponse<String> elsewhere = post(manager, PAGE, "fromCoach", "coach2", "newCoach", "coach3");
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("välj något av alternativen").doesNotContain("coach2");
        assertThat(cases.coachOf(caseId)).contains("coach");
    }

    @Test
    void aManagerSeesAnAbsenceAndEndsIt() {
        String caseId = setUp.client();
        WebappClient manager = loggedIn("manager", "en");
        assertThat(post(manager, PAGE, "fromCoach", "coach", "chosenCases", caseId, "handOverKind", "TEMPORARY",
                "absenceFrom", clock.today().toString(), "absenceTo", clock.today().plusDays(3).toString(),
                "newCoach", "coach3", "why", "Holiday").statusCode()).isEqualTo(303);
        HandOver planned = handOvers.temporary(PathDriver.KEMIJARVI).get(0);
        setUp.fire(planned.id(), "catchEvent_firstDay", List.of(caseId));

        assertThat(page(manager, PAGE).body()).contains("Temporary hand-overs", planned.id(), "Under way", "away until");
        assertThat(page(loggedIn("manager2", "en"), PAGE).body()).doesNotContain(planned.id(), caseId);
        HttpResponse<String> elsewhere = post(loggedIn("manager2", "en"), PAGE + "/end", "handOverId", planned.id());
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("Which hand-over?");
        assertThat(post(manager, PAGE + "/end", "handOverId", planned.id()).statusCode()).isEqualTo(303);
        setUp.settle(planned.id(), List.of(caseId));
        assertThat(cases.coachesOf(caseId)).containsExactly("coach");
    }

    private void settle(String caseId) {
        String id = handOvers.openCases(PathDriver.KEMIJARVI).stream().filter(found -> found.caseId().equals(caseId))
                .findFirst().orElseThrow().handOverId();
        setUp.settle(id, List.of(caseId));
    }

    private WebappClient loggedIn(String user, String language) {
        WebappClient browser = new WebappClient(port, language);
        assertThat(browser.logIn(user, DemoPassword.VALUE, "tasklist")).isEqualTo(200);
        return browser;
    }

    private static HttpResponse<String> page(WebappClient browser, String page) {
        return browser.send(browser.request(page).setHeader("Accept", "text/html").GET());
    }

    private static HttpResponse<String> post(WebappClient browser, String page, String... fields) {
        String body = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(browser.request(page).setHeader("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }
}
