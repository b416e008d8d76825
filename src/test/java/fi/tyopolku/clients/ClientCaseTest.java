package fi.tyopolku.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.messages.Refusal;
import fi.tyopolku.testing.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@RecordApplicationEvents
class ClientCaseTest {

    private static final String MUNICIPALITY = "kemijarvi";
    private static final PersonalIdentityCode AINO = new PersonalIdentityCode("131052-308T");
    private static final PersonalIdentityCode EERO = new PersonalIdentityCode("290204A903F");

    @TestConfiguration
    static class FixedTime {

        @Bean
        @Primary
        Clock fixedClock() {
            return Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/Helsinki"));
        }
    }

    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private ReferralKeys keys;
    @Autowired
    private ClientFacts facts;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void emptyTables() {
        for (String table : List.of("open_case", "coach_change", "client_case", "client", "referral_key")) {
            jdbc.sql("delete from tyopolku." + table).update();
        }
    }

    @Test
    void aReferralRegistersTheClientAndTheCase() {
        Registration registration = clients.register(referral(AINO, MUNICIPALITY));

        assertThat(registration.alreadyOpen()).isFalse();
        Client client = clients.client(registration.caseId()).orElseThrow();
        assertThat(client.identityCode()).isEqualTo(AINO);
        assertThat(client.born()).isEqualTo("1952-10-13");
        assertThat(client.email()).isEqualTo("aino@example.org");
        assertThat(client.phone()).isNull();
        assertThat(client.clientLabel()).isEqualTo("Aino K.");
        assertThat(clients.clientLabel(registration.caseId())).contains("Aino K.");
        assertThat(cases.find(registration.caseId()).orElseThrow())
                .returns(CaseStatus.REFERRED, ClientCase::status)
                .returns(MUNICIPALITY, ClientCase::municipality)
                .returns(ReferralSource.REHABILITATIVE_WORK, ClientCase::source)
                .returns(null, ClientCase::coach)
                .returns(null, ClientCase::openedAt);
    }

    @Test
    void aPersonWithAPathIsRecognised() {
        String first = clients.register(referral(AINO, MUNICIPALITY)).caseId();

        assertThat(clients.register(referral(AINO, MUNICIPALITY))).isEqualTo(new Registration(first, true));
        assertThat(clients.openCaseOf(AINO, MUNICIPALITY)).contains(first);
        assertThat(clients.register(referral(AINO, "sodankyla")).alreadyOpen()).isFalse();
        assertThat(clients.openCaseOf(EERO, MUNICIPALITY)).isEmpty();
    }

    @Test
    void aClosedPathLeavesRoomForANewOneOfTheSameClient() {
        String first = clients.register(referral(AINO, MUNICIPALITY)).caseId();
        cases.closeCase(first, "COMPLETED");

        Registration second = clients.register(referral(AINO, MUNICIPALITY));

        assertThat(second.alreadyOpen()).isFalse();
        assertThat(second.caseId()).isNotEqualTo(first);
        assertThat(clients.client(second.caseId()).orElseThrow().id()).isEqualTo(clients.client(first).orElseThrow().id());
    }

    @Test
    void aCaseIdCannotBeUsedTwice() {
        clients.register(referral(AINO, MUNICIPALITY), "TP-2222-2222");

        assertThatThrownBy(() -> clients.register(referral(EERO, MUNICIPALITY), "TP-2222-2222"))
                .isInstanceOf(Refusal.class).hasMessage("clients.case.idInUse");
        assertThat(countOf("client")).isEqualTo(1);
    }

    @Test
    void referralsOfOnePersonAtTheSameMomentLeadToOneCase() throws Exception {
        List<Registration> registrations = atTheSameMoment(8, () -> clients.register(referral(AINO, MUNICIPALITY)));

        assertThat(registrations).extracting(Registration::caseId).containsOnly(registrations.get(0).caseId());
        assertThat(registrations).filteredOn(registration -> !registration.alreadyOpen()).hasSize(1);
        assertThat(countOf("client")).isEqualTo(1);
        assertThat(countOf("client_case")).isEqualTo(1);
    }

    @Test
    void aFailedReferralLeavesNothingBehind() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> {
            clients.register(referral(AINO, MUNICIPALITY));
            throw new IllegalStateException("the start of the path failed");
        })).hasMessage("the start of the path failed");

        assertThat(countOf("client")).isZero();
        assertThat(countOf("client_case")).isZero();
        assertThat(clients.register(referral(AINO, MUNICIPALITY)).alreadyOpen()).isFalse();
    }

    @Test
    void aCorrectedIdentityCodeMovesTheCaseAndForgetsWhoHasNone() {
        String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();

        assertThat(clients.correct(referral(EERO, MUNICIPALITY), caseId)).isEqualTo(new Registration(caseId, false));
        assertThat(clients.client(caseId).orElseThrow().identityCode()).isEqualTo(EERO);
        assertThat(clients.openCaseOf(EERO, MUNICIPALITY)).contains(caseId);
        assertThat(clients.openCaseOf(AINO, MUNICIPALITY)).isEmpty();
        assertThat(countOf("client")).isEqualTo(1);
    }

    @Test
    void aCorrectionKeepsWhoHasAnEarlierCase() {
        cases.closeCase(clients.register(referral(AINO, MUNICIPALITY)).caseId(), "COMPLETED");
        String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();

        clients.correct(referral(EERO, MUNICIPALITY), caseId);

        assertThat(countOf("client")).isEqualTo(2);
    }

    @Test
    void aCorrectionNeitherJoinsTwoPathsNorChangesAClosedOne() {
        String first = clients.register(referral(AINO, MUNICIPALITY)).caseId();
        String second = clients.register(referral(EERO, MUNICIPALITY)).caseId();

        assertThat(clients.correct(referral(EERO, MUNICIPALITY), first)).isEqualTo(new Registration(second, true));
        assertThat(clients.client(first).orElseThrow().identityCode()).isEqualTo(AINO);

        cases.closeCase(first, "WITHDRAWN");
        assertThatThrownBy(() -> clients.correct(referral(AINO, MUNICIPALITY), first)).hasMessage("clients.case.closed");
        assertThatThrownBy(() -> clients.correct(referral(AINO, MUNICIPALITY), "TP-9999-9999"))
                .hasMessage("clients.case.unknown");
    }

    @Test
    void aReferralFromTheFutureIsRefused() {
        assertThatThrownBy(() -> clients.register(new NewReferral(MUNICIPALITY, AINO, "Aino", "Korhonen", null, null,
                "fi", null, ReferralSource.WALK_IN, null, null, LocalDate.of(2026, 11, 23))))
                .hasMessage("clients.referral.registeredInFuture");
    }

    @Test
    void theSameKeyLeadsToTheSameCaseAlsoAtTheSameMoment() throws Exception {
        List<String> caseIds = atTheSameMoment(8, () -> new TransactionTemplate(transactions).execute(status ->
                keys.caseFor("key-1", MUNICIPALITY, "{}").orElseGet(() -> {
                    String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();
                    keys.remember("key-1", MUNICIPALITY, "{}", caseId);
                    return caseId;
                })));

        assertThat(caseIds).containsOnly(caseIds.get(0));
        assertThat(countOf("referral_key")).isEqualTo(1);
        assertThat(caseFor("key-1", "sodankyla", "{}")).isEmpty();
    }

    @Test
    void theSameKeyWithAnotherReferralIsRefused() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(keys.caseFor("key-1", MUNICIPALITY, "{}")).isEmpty();
            keys.remember("key-1", MUNICIPALITY, "{}", "TP-2222-2222");
        });

        assertThatThrownBy(() -> caseFor("key-1", MUNICIPALITY, "{\"other\":1}"))
                .isInstanceOf(Refusal.class).hasMessage("clients.referralKey.otherBody");
        assertThatThrownBy(() -> caseFor("", MUNICIPALITY, "{}")).hasMessage("clients.referralKey.invalid");
    }

    @Test
    void theCoachIsAssignedOnceAndChangedWithAHistory() {
        String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();
        assertThat(cases.coachOf(caseId)).isEmpty();

        cases.assignCoach(caseId, "coach");
        cases.assignCoach(caseId, "coach");
        assertThatThrownBy(() -> cases.assignCoach(caseId, "coach2")).hasMessage("clients.coach.alreadyAssigned");
        assertThat(cases.previousCoachOf(caseId)).isEmpty();
        cases.changeCoach(caseId, "coach3", "manager", "Family leave");
        cases.changeCoach(caseId, "coach3", "manager", "Family leave");

        assertThat(cases.coachOf(caseId)).contains("coach3");
        assertThat(cases.previousCoachOf(caseId)).contains("coach");
        assertThat(countOf("coach_change")).isEqualTo(1);
    }

    @Test
    void anInterruptedCaseResumesAndEachInterruptionIsToldOnce() {
        String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();
        assertThatThrownBy(() -> cases.resume(caseId)).hasMessage("clients.case.notInterrupted");
        cases.open(caseId);
        cases.open(caseId);
        cases.interrupt(caseId);
        cases.interrupt(caseId);
        assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.INTERRUPTED);
        cases.resume(caseId);
        cases.resume(caseId);

        assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.find(caseId).orElseThrow().openedAt()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(events.stream(CaseInterrupted.class)).containsExactly(new CaseInterrupted(caseId));
    }

    @Test
    void closingStartsTheRetentionClockAndIsToldOnce() {
        String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();
        cases.closeCase(caseId, "WITHDRAWN");
        cases.closeCase(caseId, "COMPLETED");

        assertThat(cases.find(caseId).orElseThrow())
                .returns(CaseStatus.CLOSED, ClientCase::status)
                .returns("WITHDRAWN", ClientCase::outcome)
                .returns(LocalDate.of(2026, 11, 22), ClientCase::closedOn)
                .returns(LocalDate.of(2030, 11, 22), ClientCase::retentionEnds);
        assertThat(clients.openCaseOf(AINO, MUNICIPALITY)).isEmpty();
        assertThat(events.stream(CaseClosed.class)).containsExactly(new CaseClosed(caseId, LocalDate.of(2026, 11, 22)));
        assertThatThrownBy(() -> cases.open(caseId)).hasMessage("clients.case.closed");
        assertThatThrownBy(() -> cases.interrupt(caseId)).hasMessage("clients.case.closed");
        assertThatThrownBy(() -> cases.changeCoach(caseId, "coach", "manager", null)).hasMessage("clients.case.closed");
    }

    @Test
    void closingAtTheSameMomentIsToldOnce() throws Exception {
        String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();

        atTheSameMoment(6, () -> {
            cases.closeCase(caseId, "WITHDRAWN");
            return caseId;
        });

        assertThat(countOf("open_case")).isZero();
        assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void anUnknownCaseIsRefused() {
        assertThatThrownBy(() -> cases.closeCase("TP-2222-2222", "COMPLETED")).hasMessage("clients.case.unknown");
        assertThatThrownBy(() -> cases.assignCoach("TP-2222-2222", "coach")).hasMessage("clients.case.unknown");
        assertThat(clients.client("TP-2222-2222")).isEmpty();
        assertThat(facts.of("TP-2222-2222")).isEmpty();
    }

    @Test
    void decisionTablesLearnTheAgeAndTheLanguageButNoName() {
        String caseId = clients.register(referral(AINO, MUNICIPALITY)).caseId();

        assertThat(facts.of(caseId)).containsOnly(
                Map.entry("age", 74), Map.entry("language", "sv"),
                Map.entry("homeMunicipality", "Kemijärvi"));
    }

    private static NewReferral referral(PersonalIdentityCode person, String municipality) {
        return new NewReferral(municipality, person, "Aino", "Korhonen", "aino@example.org", " ", "sv", "Kemijärvi",
                ReferralSource.REHABILITATIVE_WORK, "Riitta Referrer", "riitta@example.org", LocalDate.of(2026, 11, 1));
    }

    private Optional<String> caseFor(String key, String municipality, String body) {
        return new TransactionTemplate(transactions).execute(status -> keys.caseFor(key, municipality, body));
    }

    private int countOf(String table) {
        return jdbc.sql("select count(*) from tyopolku." + table).query(Integer.class).single();
    }

    private static <T> List<T> atTheSameMoment(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
