package fi.tyopolku.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.shortnotice.ShortNoticeWorld;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.Together;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page behind a link, over HTTP and without log-in. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class AnswerPageTest {

    private static final Map<String, String> ANSWERS = Map.of("recruitmentHelp", "5", "cooperation", "4",
            "wouldTakeAgain", "3", "comment", "Kiitos <b>hyvin</b> meni.");

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private AnswerLinks links;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private JdbcClient jdbc;

    private AnswerClient browser;
    private ShortNoticeWorld world;
    private String caseId;

    @BeforeEach
    void aCase() {
        browser = new AnswerClient(port);
        world = new ShortNoticeWorld(beans);
        world.itIs(ShortNoticeWorld.TODAY);
        caseId = world.client("page@example.fi");
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void openingUsesNothingUpAndTheFirstAnswerDoes(CapturedOutput log) {
        String token = invite("fi");

        HttpResponse<String> page = browser.open(token);
        browser.open(token);
        HttpResponse<String> answered = browser.answer(token, ANSWERS);
        HttpResponse<String> again = browser.send(token, AnswerClient.formKey(page.body()), ANSWERS, "same-origin");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"fi\">", "<h1>Palaute palveluista</h1>", "<legend>", "<fieldset")
                .doesNotContain("<script", "Aino", "Koskela", "page@example.fi", caseId);
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("Kiitos palautteesta");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Tähän on jo vastattu", "ota yhteyttä");
        assertThat(documents.versions(caseId, "feedbackEmployer")).singleElement().satisfies(document -> {
            assertThat(document.author()).isEqualTo("employer");
            assertThat(document.content().path("recruitmentHelp").asText()).isEqualTo("5");
        });
        assertThat(log.getAll()).doesNotContain(token);
    }

    @Test
    void aTokenIsLongAndOnlyItsHashIsKept() {
        String token = invite("fi");
        assertThat(token).matches("[A-Za-z0-9_-]{32}").isNotEqualTo(invite("fi"));
        assertThat(jdbc.sql("select token_hash from tyopolku.answer_link").query(String.class).list())
                .contains(AnswerLinks.hash(token)).doesNotContain(token);
    }

    @Test
    void unknownExpiredAndWithdrawnLinksLookTheSameAndSayWhatToDo() {
        String expired = links.invite(new Invitation("FEEDBACK", caseId, "EMPLOYER", "fi",
                Instant.parse("2026-11-23T07:59:00Z")));
        String withdrawn = invite("fi");
        links.withdraw("FEEDBACK", caseId);

        List<HttpResponse<String>> pages = List.of(browser.open(expired, "fi"), browser.open(withdrawn, "fi"),
                browser.open("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "fi"),
                browser.send(expired, "", ANSWERS, "same-origin"));

        assertThat(pages).extracting(HttpResponse::statusCode).containsOnly(404);
        assertThat(pages.get(0).body()).contains("Linkki ei ole voimassa", "uuden linkin")
                .isEqualTo(pages.get(1).body()).isEqualTo(pages.get(2).body());
        assertThat(documents.latest(caseId, "feedbackEmployer")).isEmpty();
    }

    @Test
    void thePageSpeaksTheLanguageOfTheLinkAndOthersOnRequest() {
        String token = invite("sv");
        assertThat(browser.open(token).body()).contains("<html lang=\"sv\">", "Respons på tjänsterna");
        assertThat(browser.open(token, "en").body()).contains("<html lang=\"en\">", "Feedback on the services");
        assertThat(browser.open(token, "xx").body()).contains("<html lang=\"sv\">");
    }

    @Test
    void whatIsMissingIsNamedAndWhatWasGivenStays() {
        String token = invite("fi");

        HttpResponse<String> page = browser.answer(token, Map.of("cooperation", "4", "recruitmentHelp", "9", "comment", "x<y"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<title>Virhe: ", "role=\"alert\"", "Valitse yksi vaihtoehdoista.",
                "href=\"#recruitmentHelp\"", "href=\"#wouldTakeAgain\"", "x&lt;y").doesNotContain("href=\"#cooperation\"");
        assertThat(browser.answer(token, Map.of("cooperation", "4", "recruitmentHelp", "5", "wouldTakeAgain", "5", "comment",
                "x".repeat(2_001))).body()).contains("enintään 2000");
        assertThat(browser.answer(token, ANSWERS).statusCode()).isEqualTo(200);
    }

    @Test
    void aFormFromAnotherSiteOrWithoutThePageIsRefused() {
        String token = invite("fi");
        String key = AnswerClient.formKey(browser.open(token).body());
        assertThat(browser.send(token, key, ANSWERS, "cross-site").statusCode()).isEqualTo(403);
        assertThat(browser.send(token, "", ANSWERS, "same-origin").statusCode()).isEqualTo(403);
        assertThat(documents.latest(caseId, "feedbackEmployer")).isEmpty();
        assertThat(browser.send(token, key, ANSWERS, "same-origin").statusCode()).isEqualTo(200);
    }

    @Test
    void ofManyAnswersAtOnceOneIsTaken() throws Exception {
        String token = invite("fi");
        String key = AnswerClient.formKey(browser.open(token).body());

        List<Integer> statuses = Together.times(8, number -> new AnswerClient(port).send(token, key, ANSWERS, "same-origin")
                .statusCode());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses).allMatch(status -> List.of(200, 409, 410, 503).contains(status));
        assertThat(documents.versions(caseId, "feedbackEmployer")).hasSize(1);
    }

    @Test
    void anAnswerUsesUpTheLinkOfTheReminderToo() {
        String first = invite("fi");
        String reminder = invite("fi");
        browser.answer(first, ANSWERS);
        assertThat(browser.open(reminder).statusCode()).isEqualTo(410);
    }

    private String invite(String language) {
        return links.invite(new Invitation("FEEDBACK", caseId, "EMPLOYER", language,
                Instant.parse("2026-11-23T08:00:00Z").plus(10, ChronoUnit.DAYS)));
    }
}
