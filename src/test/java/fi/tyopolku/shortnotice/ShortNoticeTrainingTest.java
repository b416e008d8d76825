package fi.tyopolku.shortnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.answers.AnswerClient;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.documents.Document;
import fi.tyopolku.funding.AppropriationGrant;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.TestMail;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Short-notice training besides its usual way: price, nobody found, other rounds, answers by the coach, places given back. */
@ApplicationTest
class ShortNoticeTrainingTest {

    private static final String CHECK = "userTask_checkOffers";
    private static final String REST = "userTask_decideOnRest";
    private static final String ANSWER = "userTask_answerForClient";

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private GreenMail mail;
    @Autowired
    private DecisionTables tables;

    private ShortNoticeWorld world;
    private PathDriver path;

    @BeforeEach
    void mondayMorning() {
        world = new ShortNoticeWorld(beans);
        path = world.path;
        world.itIs(ShortNoticeWorld.TODAY);
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void whatIsNotBoughtIsOfferedToNobody() {
        world.clientInMeasure(null);
        String place = world.start(SampleForms.with(world.report(1), "unfilledPlace", "priceEuros", 450));

        path.submit("funding-officer", place, "userTask_checkFunding", Map.of("fundingAnswer", "DO_NOT_BUY",
                "shortNoticeFunding", Map.of("reason", "No money left this year.")));

        assertThat(path.isRunning(place)).isFalse();
        assertThat(world.offers.found(place)).isEmpty();
        assertThat(AnswerClient.textsTo(mail, world.providerEmail())).contains("Palautuvia paikkoja: 1.");
    }

    @Test
    void whatIsBoughtIsPaidFromAnAppropriationAndWhereNobodyIsFoundTheMoneyGoesBack() {
        String place = world.start(SampleForms.with(world.report(2), "unfilledPlace", "priceEuros", 450));
        Map<String, Object> buy = Map.of("fundingAnswer", "BUY", "shortNoticeFunding", Map.of("reason", "Cheaper than a group."));
        assertThatThrownBy(() -> path.submit("funding-officer", place, "userTask_checkFunding", buy));
        FundingLedger ledger = beans.getBean(FundingLedger.class);
        String money = ledger.grant(new AppropriationGrant("kemijarvi", "PROJECT", PlacePrice.PURPOSE,
                LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 50_000), "funding-officer");
        path.submit("funding-officer", place, "userTask_checkFunding", buy);
        assertThat(ledger.balance(money).reservedCents()).isEqualTo(45_000);

        assertThat(path.openTasks(place)).containsExactly(REST);
        assertThat(path.shown("employer-liaison", place, REST).get("placesLeft")).hasToString("2");
        path.submit("employer-liaison", place, REST, Map.of("restDecision", "RETURN"));

        assertThat(path.isRunning(place)).isFalse();
        assertThat(ledger.balance(money).reservedCents()).isZero();
    }

    @Test
    void anotherRoundFindsThoseWhoHaveJoinedAMeasureMeanwhileAndAsksNobodyTwice() {
        String first = world.clientInMeasure("first." + world.keyword + "@example.fi");
        String place = world.start(world.report(1));
        world.offerTo(place, List.of(first));
        path.submit("coach", first, ANSWER, Map.of("offerAnswer", "DECLINE", "offerAnswerNote",
                Map.of("toldBy", "PHONE", "toldOn", "2026-11-23")));
        path.runJobs(place);
        assertThat(world.state(place, first)).isEqualTo(OfferState.DECLINED);
        String oldLink = AnswerClient.tokensTo(mail, "first." + world.keyword).get(0);
        assertThat(new AnswerClient(port).open(oldLink).statusCode()).isEqualTo(404);

        String second = world.clientInMeasure("second." + world.keyword + "@example.fi");
        LocalDate later = ShortNoticeWorld.ANSWER_BY.plusDays(1);
        assertThatThrownBy(() -> nextRound(place, ShortNoticeWorld.STARTS)).hasMessageContaining("before the training begins");
        nextRound(place, later);
        assertThat(path.shown("coach", place, CHECK).get("offeredTo").toString()).contains(second).doesNotContain(first);
        assertThatThrownBy(() -> path.submit("coach", place, CHECK, Map.of("offeredTo", List.of(first))));
        world.offerTo(place, List.of(second));
        assertThat(AnswerClient.textsTo(mail, "second." + world.keyword)).contains("27.11.2026");

        path.submit("coach", second, ANSWER, Map.of("offerAnswer", "ACCEPT", "nameToProvider", "NO", "offerAnswerNote",
                Map.of("toldBy", "MEETING", "toldOn", "2026-11-23")));
        world.settle(place, List.of(second));

        assertThat(world.state(place, second)).isEqualTo(OfferState.TAKEN);
        assertThat(AnswerClient.textsTo(mail, world.providerEmail())).contains("Tulijoita: 1.").doesNotContain("Koskela");
    }

    @Test
    void anOfferExpiresAndAnOldLinkAsksNothingAfterTheTermsHaveChanged() {
        String client = world.clientInMeasure("late." + world.keyword + "@example.fi");
        String place = world.start(world.report(1));
        world.offerTo(place, List.of(client));
        AnswerClient browser = new AnswerClient(port);
        String link = AnswerClient.tokensTo(mail, "late." + world.keyword).get(0);
        assertThat(browser.open(link).body()).contains("Tulityökortti", "30.11.2026–15.12.2026", "maanantai, tiistai")
                .doesNotContain("Aino", client);

        Document terms = world.documents.latest(place, "unfilledPlace").orElseThrow();
        world.documents.save(place, "unfilledPlace", terms.content(), terms.version(), "employer-liaison");
        assertThat(browser.open(link).statusCode()).isEqualTo(404);

        world.itIs(ShortNoticeWorld.ANSWER_BY.plusDays(1));
        path.fireTimer(client, "boundaryEvent_offerExpired");
        path.runJobs(place);
        assertThat(world.state(place, client)).isEqualTo(OfferState.EXPIRED);
        assertThat(path.openTasks(place)).containsExactly(REST);
    }

    @Test
    void aClientWhoseServicesOverlapByNowIsToldSoWithoutSayingWhich() {
        String client = world.clientInMeasure("over." + world.keyword + "@example.fi");
        String place = world.start(world.report(1));
        world.offerTo(place, List.of(client));
        world.services.begin(new NewClientService(client, "kemijarvi", "CAREER_COACHING", null,
                ShortNoticeWorld.STARTS, ShortNoticeWorld.ENDS, Set.of(DayOfWeek.TUESDAY)));

        var page = new AnswerClient(port).answer(AnswerClient.tokensTo(mail, "over." + world.keyword).get(0),
                Map.of("answer", "ACCEPT"));

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("samoille päiville", "formKey").doesNotContain("CAREER");
    }

    /** Three clients with a place each give it back: before the process looks, while the training runs, and after it. */
    @Test
    void aPlaceIsGivenBackWheneverTheCasePausesOrEnds() {
        String before = world.clientInMeasure(null);
        String during = world.clientInMeasure(null);
        String onLastDay = world.clientInMeasure(null);
        List<String> all = List.of(before, during, onLastDay);
        String place = world.start(world.report(3));
        world.offerTo(place, all);
        all.forEach(client -> path.submit("coach", client, ANSWER, Map.of("offerAnswer", "ACCEPT", "nameToProvider", "YES",
                "offerAnswerNote", Map.of("toldBy", "MESSAGE", "toldOn", "2026-11-23"))));
        path.runJobs(place);

        world.cases.closeCase(before, "WITHDRAWN");
        all.forEach(path::runJobs);
        world.cases.interrupt(during);
        path.runJobs(during);
        world.itIs(ShortNoticeWorld.ENDS);
        path.fireTimer(onLastDay, "catchEvent_trainingOver");
        world.cases.interrupt(onLastDay);
        path.runJobs(onLastDay);
        path.runJobs(place);

        assertThat(all).allSatisfy(client -> assertThat(world.state(place, client)).isEqualTo(OfferState.GIVEN_BACK));
        assertThat(TestMail.subjectsTo(mail, world.providerEmail()).stream().filter("Koulutuspaikka on vapautunut"::equals))
                .hasSize(3);
        assertThat(path.isRunning(place)).isFalse();
    }

    @Test
    void aReportThatCannotBeIsRefused() {
        assertThatThrownBy(() -> world.start(SampleForms.with(world.report(1), "unfilledPlace", "endsOn", "2026-11-29")))
                .hasMessageContaining("end before it starts");
        assertThatThrownBy(() -> world.start(SampleForms.with(world.report(1), "unfilledPlace", "answerBy", "2026-11-22")))
                .hasMessageContaining("today or later");
        assertThatThrownBy(() -> world.start(SampleForms.with(world.report(1), "unfilledPlace", "weekdays",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY")))).hasMessageContaining("at most 5");
        assertThatThrownBy(() -> path.start("coach", "shortNoticeTraining", world.report(1)));
    }

    @ParameterizedTest
    @CsvSource({"false,false,false,true,true,true,NOT_IN_MEASURE,0", "true,true,false,true,true,true,OVERLAPS,0",
            "true,false,true,true,true,true,ASKED_BEFORE,0", "true,false,false,true,true,true,LICENCE_WANTED,1",
            "true,false,false,false,true,true,GOAL_FITS,2", "true,false,false,false,false,true,SKILLS_FIT,3",
            "true,false,false,false,false,false,NO_MATCH,0", ",false,false,true,true,true,NOT_IN_MEASURE,0"})
    void theTableSaysWhomThePlaceSuits(Boolean inMeasure, boolean overlaps, boolean askedBefore, boolean licence, boolean goal,
            boolean skills, String code, int rank) {
        Map<String, Object> facts = new HashMap<>(Map.of("overlaps", overlaps, "askedBefore", askedBefore, "licenceWanted",
                licence, "goalFits", goal, "skillsFit", skills));
        facts.put("inMeasure", inMeasure);
        assertThat(tables.evaluate("shortNoticeMatch", Map.of("match", facts)).single())
                .containsEntry("code", code).containsEntry("rank", rank);
    }

    private void nextRound(String place, LocalDate answerBy) {
        path.submit("employer-liaison", place, REST, Map.of("restDecision", "NEXT_ROUND", "unfilledPlace",
                Map.of("answerBy", answerBy.toString())));
    }
}
