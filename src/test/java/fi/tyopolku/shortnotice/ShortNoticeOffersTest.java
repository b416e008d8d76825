package fi.tyopolku.shortnotice;

import static fi.tyopolku.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.clientservices.OverlapRefused;
import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.shortnotice.ShortNoticeOffers.Next;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.Together;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places are given once, to the first, and come back when a case pauses or ends. */
@DatabaseTest
class ShortNoticeOffersTest {

    @Autowired
    private ApplicationContext beans;
    @Autowired
    private JdbcClient jdbc;

    private ShortNoticeWorld world;
    private ShortNoticeOffers offers;

    @BeforeEach
    void aWorldOfItsOwn() {
        world = new ShortNoticeWorld(beans);
        offers = world.offers;
        world.itIs(ShortNoticeWorld.TODAY);
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void twentyAcceptancesAtOnceForTwoPlacesGiveTwo() throws Exception {
        List<String> clients = IntStream.range(0, 20).mapToObj(number -> world.clientInMeasure(null)).toList();
        String place = world.openPlace(2, clients);

        List<OfferState> states = Together.times(20,
                number -> offers.accept(offers.offerOf(place, clients.get(number)).id(), false));

        assertThat(states.stream().filter(OfferState.TAKEN::equals)).hasSize(2);
        assertThat(states.stream().filter(OfferState.WAITING::equals)).hasSize(18);
        assertThat(offers.place(place).taken()).isEqualTo(2);
        assertThat(offers.participants(place)).hasSize(2).allSatisfy(offer ->
                assertThat(world.services.running(offer.caseId())).extracting(RunningService::service)
                        .contains("SHORT_NOTICE_TRAINING"));
        assertThat(clients.stream().filter(client -> world.services.running(client).size() > 1)).hasSize(2);
    }

    @Test
    void aPlaceThatComesBackIsAskedOfTheFirstWhoWaits() {
        String first = world.clientInMeasure(null);
        String second = world.clientInMeasure(null);
        String third = world.clientInMeasure(null);
        String place = world.openPlace(1, List.of(first, second, third));
        accept(place, first);
        accept(place, third);
        world.aMinuteLater();
        accept(place, second);
        assertThat(world.state(place, third)).isEqualTo(OfferState.WAITING);

        world.cases.closeCase(first, "WITHDRAWN");

        assertThat(world.state(place, first)).isEqualTo(OfferState.GIVEN_BACK);
        assertThat(world.state(place, third)).isEqualTo(OfferState.ASK);
        assertThat(world.state(place, second)).isEqualTo(OfferState.WAITING);
        assertThat(offers.next(offers.offerOf(place, third).id())).isEqualTo(Next.ASK);
        accept(place, third);
        assertThat(offers.place(place).taken()).isEqualTo(1);
        world.cases.interrupt(third);
        assertThat(world.state(place, second)).isEqualTo(OfferState.ASK);
    }

    @Test
    void whenTheTimeIsOverNobodyElseIsAsked() {
        String first = world.clientInMeasure(null);
        String waiting = world.clientInMeasure(null);
        String silent = world.clientInMeasure(null);
        String place = world.openPlace(1, List.of(first, waiting, silent));
        accept(place, first);
        accept(place, waiting);
        world.itIs(ShortNoticeWorld.ANSWER_BY.plusDays(1));

        world.cases.interrupt(first);
        List.of(first, waiting, silent).forEach(client -> offers.expire(offers.offerOf(place, client).id()));

        assertThat(world.state(place, waiting)).isEqualTo(OfferState.GONE);
        assertThat(world.state(place, silent)).isEqualTo(OfferState.EXPIRED);
        assertThat(world.state(place, first)).isEqualTo(OfferState.GIVEN_BACK);
        assertThat(offers.place(place).free()).isEqualTo(1);
        assertRefused("shortnotice.offerOver", () -> accept(place, silent));
        assertRefused("shortnotice.offerOver", () -> offers.decline(offers.offerOf(place, waiting).id()));
    }

    @Test
    void whoeverIsInAServiceOnTheSameDaysByNowIsRefusedAndTheFirstPlaceStaysFree() {
        String client = world.clientInMeasure(null);
        String place = world.openPlace(1, List.of(client));
        world.services.begin(new NewClientService(client, "kemijarvi", "CAREER_COACHING", null, ShortNoticeWorld.STARTS,
                ShortNoticeWorld.ENDS, Set.of(DayOfWeek.TUESDAY)));

        assertThatThrownBy(() -> accept(place, client)).isInstanceOf(OverlapRefused.class);

        assertThat(offers.place(place).free()).isEqualTo(1);
        assertThat(world.state(place, client)).isEqualTo(OfferState.OPEN);
    }

    @Test
    void onlyThoseInAMeasureWhomItSuitsAndWhomItDoesNotOverlapAreFound() {
        String suits = world.clientInMeasure(null);
        String inNoMeasure = world.client(null);
        String overlapping = world.clientInMeasure(null, DayOfWeek.TUESDAY);
        String place = world.openPlace(1, List.of());

        List<String> found = jdbc.sql("select case_id from tyopolku.short_notice_offer where place_id = ?").param(place)
                .query(String.class).list();

        assertThat(found).contains(suits).doesNotContain(inNoMeasure, overlapping);
        assertThat(world.state(place, suits)).isEqualTo(OfferState.LEFT_OUT);
        assertThat(offers.offerOf(place, suits).matchCode()).isEqualTo("GOAL_FITS");
        offers.findClients(place);
        assertThat(offers.found(place)).extracting(Offer::caseId).doesNotContain(suits);
    }

    @Test
    void aPeriodAtAWorkplaceIsAMeasureToo() {
        String client = world.client(null);
        world.documents.save(client, "workTrialAgreement", SampleForms.json(Map.of("legalForm", "WORK_TRIAL",
                "start", "2026-11-02", "end", "2026-12-18", "daysPerWeek", 3, "signedByAuthorityOn", "2026-10-30")), 0, "coach");
        String place = world.openPlace(1, List.of(client));
        assertThat(world.state(place, client)).isEqualTo(OfferState.OPEN);

        String whole = world.client(null);
        world.documents.save(whole, "workTrialAgreement", SampleForms.json(Map.of("legalForm", "WORK_TRIAL",
                "start", "2026-11-02", "end", "2026-12-18", "daysPerWeek", 5, "signedByAuthorityOn", "2026-10-30")), 0, "coach");
        offers.findClients(place);
        assertThat(offers.found(place)).extracting(Offer::caseId).doesNotContain(whole);
    }

    @Test
    void theDatabaseItselfRefusesMoreThanThePlaces() {
        String place = world.openPlace(1, List.of());
        assertThatThrownBy(() -> jdbc.sql("update tyopolku.short_notice_place set taken = 2 where id = ?").param(place)
                .update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void wordsAreComparedByTheirBeginnings() {
        assertThat(Matching.speaksOf("hitsaus, metalli", "Haluaa hitsaajaksi.")).isTrue();
        assertThat(Matching.speaksOf("hitsaus", "Puutarha ja metsä")).isFalse();
        assertThat(Matching.speaksOf("", "")).isFalse();
    }

    private void accept(String place, String client) {
        offers.accept(offers.offerOf(place, client).id(), false);
    }
}
