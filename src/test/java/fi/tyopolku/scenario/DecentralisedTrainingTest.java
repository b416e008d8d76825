package fi.tyopolku.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.answers.AnswerClient;
import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.shortnotice.ShortNoticeWorld;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.TestMail;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Työn Tiet, decentralised training (S3-32 to S3-34): a provider has one place left in a hot work course that begins in a
 * week. It is offered to clients who are already in a measure, the first to accept gets it, and the others hear so.
 */
@ApplicationTest
class DecentralisedTrainingTest {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private GreenMail mail;

    private ShortNoticeWorld world;
    private AnswerClient browser;

    @BeforeEach
    void mondayMorning() {
        world = new ShortNoticeWorld(beans);
        world.itIs(ShortNoticeWorld.TODAY);
        browser = new AnswerClient(port);
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void anUnfilledPlaceGoesToTheFirstOfThoseInAMeasureWhoAccepts() {
        String aino = world.clientInMeasure("aino." + world.keyword + "@example.fi");
        String eino = world.clientInMeasure("eino." + world.keyword + "@example.fi");
        String leftOut = world.clientInMeasure("out." + world.keyword + "@example.fi");
        String busyOnThoseDays = world.clientInMeasure("busy." + world.keyword + "@example.fi", DayOfWeek.MONDAY);
        String inNoMeasure = world.client("none." + world.keyword + "@example.fi");

        String place = world.start(world.report(1));
        String list = world.path.shown("coach", place, "userTask_checkOffers").get("matchedClients").toString();
        assertThat(list).contains(aino, eino, leftOut).doesNotContain(busyOnThoseDays, inNoMeasure);
        world.offerTo(place, List.of(aino, eino));
        assertThat(TestMail.subjectsTo(mail, "out." + world.keyword)).isEmpty();

        String einosLink = link("eino");
        browser.open(einosLink);
        assertThat(browser.answer(einosLink, Map.of("answer", "ACCEPT", "nameToProvider", "true")).body())
                .contains("Paikka on sinun");
        world.path.runJobs(eino);
        world.path.runJobs(aino);
        assertThat(TestMail.subjectsTo(mail, "eino." + world.keyword)).contains("Koulutuspaikka on sinun");
        assertThat(TestMail.subjectsTo(mail, "aino." + world.keyword)).contains("Koulutuspaikka ehti mennä");
        String ainosLink = link("aino");
        assertThat(browser.open(ainosLink).body()).contains("Kaikki paikat on jo varattu");
        assertThat(browser.answer(ainosLink, Map.of("answer", "ACCEPT")).body()).contains("Olet jonossa");
        world.path.runJobs(aino);

        world.itIs(ShortNoticeWorld.ANSWER_BY.plusDays(1));
        world.path.fireTimer(aino, "boundaryEvent_offerExpired");
        world.path.runJobs(place);
        assertThat(TestMail.subjectsTo(mail, world.providerEmail())).containsExactly("Ilmoittamanne vapaat koulutuspaikat");
        assertThat(AnswerClient.textsTo(mail, world.providerEmail())).contains("Tulijoita: 1.").contains("Aino Koskela");
        assertThat(world.services.running(eino)).extracting(RunningService::service).contains("SHORT_NOTICE_TRAINING");
        assertThat(world.services.running(aino)).extracting(RunningService::service).doesNotContain("SHORT_NOTICE_TRAINING");

        world.path.runJobs(eino);
        world.itIs(ShortNoticeWorld.ENDS.plusDays(1));
        world.path.fireTimer(eino, "catchEvent_trainingOver");
        world.path.submit("coach", eino, "userTask_recordCompletion", Map.of("shortNoticeResult", "COMPLETED",
                "serviceNextStep", "PATH_CONTINUES", "shortNoticeClosing", Map.of("licenceNumber", "Tulityökortti 12/2026",
                        "smallProgress", List.of("COURAGE"), "evidence", "Ensimmäinen koe, jonka hän on uskaltanut tehdä.")));
        world.path.runJobs(place);

        assertThat(world.services.ended(eino)).first().satisfies(ended -> {
            assertThat(ended.service()).isEqualTo("SHORT_NOTICE_TRAINING");
            assertThat(ended.result()).isEqualTo("COMPLETED");
            assertThat(ended.nextStep()).isEqualTo("PATH_CONTINUES");
        });
        assertThat(world.path.isRunning(place)).isFalse();
        assertThat(world.path.isRunning(eino)).isFalse();
    }

    private String link(String name) {
        List<String> links = AnswerClient.tokensTo(mail, name + "." + world.keyword);
        return links.get(links.size() - 1);
    }

}
