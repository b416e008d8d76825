package fi.tyopolku.funding;

import static fi.tyopolku.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.funding.FundingEntry.Kind;
import fi.tyopolku.funding.Reservation.State;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.FixedClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(FixedClock.class)
@RecordApplicationEvents
class FundingLedgerTest {

    private static final String PURPOSE = FundingPurpose.PAY_SUBSIDY;
    private static final LocalDate START = LocalDate.of(2027, 1, 1);

    @Autowired
    private FundingLedger ledger;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String municipality = "m-" + UUID.randomUUID().toString().substring(0, 8);
    private final String caseId = newCase();

    @Test
    void moneyIsReservedAndThenCommitted() {
        String appropriation = grant(10_000);
        Reservation reserved = ledger.reserve(request(caseId, 6_000));
        assertThat(reserved.state()).isEqualTo(State.RESERVED);
        assertThat(reserved.funder()).isEqualTo("AUTHORITY");
        assertThat(reserved.discretionary()).isTrue();
        assertThat(sums(appropriation)).containsExactly(10_000L, 6_000L, 0L, 4_000L);

        assertThat(ledger.commit(caseId, PURPOSE, "officer").state()).isEqualTo(State.COMMITTED);
        assertThat(sums(appropriation)).containsExactly(10_000L, 0L, 6_000L, 4_000L);
        assertThat(ledger.journal(appropriation)).extracting(FundingEntry::kind)
                .containsExactly(Kind.GRANTED, Kind.RESERVED, Kind.COMMITTED);
        assertThat(ledger.journal(appropriation)).extracting(FundingEntry::enteredBy)
                .containsExactly("manager", "officer", "officer");
    }

    @Test
    void theLastCentCanBeReservedAndNotOneMore() {
        grant(10_000);
        ledger.reserve(request(caseId, 10_000));
        assertThatThrownBy(() -> ledger.reserve(request(newCase(), 1))).isInstanceOf(AppropriationExhausted.class);
        assertRefused("funding.exhausted", () -> ledger.reserve(request(newCase(), 1)));
    }

    @Test
    void theSameRequestTwiceReservesOnce() {
        String appropriation = grant(10_000);
        Reservation first = ledger.reserve(request(caseId, 4_000));
        assertThat(ledger.reserve(request(caseId, 4_000)).id()).isEqualTo(first.id());
        ledger.commit(caseId, PURPOSE, "officer");
        assertThat(ledger.reserve(request(caseId, 4_000)).id()).isEqualTo(first.id());
        assertThat(ledger.commit(caseId, PURPOSE, "officer").id()).isEqualTo(first.id());
        assertThat(sums(appropriation)).containsExactly(10_000L, 0L, 4_000L, 6_000L);
    }

    @Test
    void anotherSumWhileOneIsReservedIsRefused() {
        String appropriation = grant(10_000);
        ledger.reserve(request(caseId, 4_000));
        assertRefused("funding.reservedOtherwise", () -> ledger.reserve(request(caseId, 5_000)));
        assertThat(ledger.balance(appropriation).reservedCents()).isEqualTo(4_000);
    }

    @Test
    void aSecondJobOfACaseIsReservedBesideTheCommittedFirst() {
        String appropriation = grant(10_000);
        ledger.reserve(request(caseId, 4_000));
        ledger.commit(caseId, PURPOSE, "officer");
        ledger.reserve(request(caseId, 3_000));
        assertThat(sums(appropriation)).containsExactly(10_000L, 3_000L, 4_000L, 3_000L);
    }

    @Test
    void theAppropriationMustBeValidOnTheStartDate() {
        ledger.grant(new AppropriationGrant(municipality, "AUTHORITY", PURPOSE,
                LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 10_000), "manager");
        assertThatThrownBy(() -> ledger.reserve(request(caseId, 1))).isInstanceOf(AppropriationExhausted.class);
        ledger.reserve(ReservationRequest.from(
                caseId, municipality, PURPOSE, 1, LocalDate.of(2026, 12, 31), "officer"));
    }

    @Test
    void moneyForAnotherPurposeOrMunicipalityIsNotTouched() {
        grant(10_000);
        assertThatThrownBy(() -> ledger.reserve(ReservationRequest.from(
                caseId, municipality, FundingPurpose.EMPLOYMENT_SUPPORT_55, 1, START, "officer")))
                .isInstanceOf(AppropriationExhausted.class);
        assertThatThrownBy(() -> ledger.reserve(ReservationRequest.from(
                caseId, "elsewhere", PURPOSE, 1, START, "officer")))
                .isInstanceOf(AppropriationExhausted.class);
    }

    @Test
    void whatOneFunderLacksAnotherMayHave() {
        grant(1_000);
        String second = grantOf("PROJECT", LocalDate.of(2028, 12, 31), 5_000);
        Reservation reserved = ledger.reserve(request(caseId, 3_000));
        assertThat(reserved.appropriationId()).isEqualTo(second);
        assertThat(reserved.funder()).isEqualTo("PROJECT");
    }

    @Test
    void aFunderThatWasNamedIsTheOnlyOneAsked() {
        grant(10_000);
        String project = grantOf("PROJECT", LocalDate.of(2028, 12, 31), 5_000);
        ReservationRequest fromProject = new ReservationRequest(
                caseId, municipality, PURPOSE, "PROJECT", 5_000, START, true, "officer");
        assertThat(ledger.reserve(fromProject).appropriationId()).isEqualTo(project);
        ReservationRequest more = new ReservationRequest(
                newCase(), municipality, PURPOSE, "PROJECT", 1, START, true, "officer");
        assertThatThrownBy(() -> ledger.reserve(more)).isInstanceOf(AppropriationExhausted.class);
    }

    @Test
    void theSupportForPeopleOf55IsNotDiscretionary() {
        assertThat(ReservationRequest.from(caseId, municipality, FundingPurpose.EMPLOYMENT_SUPPORT_55, 1, START, "o")
                .discretionary()).isFalse();
    }

    @Test
    void releasedMoneyCanBeReservedAgain() {
        String appropriation = grant(10_000);
        ledger.reserve(request(caseId, 10_000));
        assertThat(ledger.release(caseId, "officer")).isEqualTo(10_000);
        assertThat(ledger.release(caseId, "officer")).isZero();
        ledger.reserve(request(newCase(), 10_000));
        ledger.release(newCase(), "officer");
        assertThat(sums(appropriation)).containsExactly(10_000L, 10_000L, 0L, 0L);
        assertThatThrownBy(() -> ledger.reserve(request(caseId, 1))).isInstanceOf(AppropriationExhausted.class);
    }

    @Test
    void releasingOnePurposeKeepsTheOthers() {
        grant(10_000);
        ledger.grant(new AppropriationGrant(municipality, "AUTHORITY", "PERMIT_CARD",
                LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), 500), "manager");
        ledger.reserve(request(caseId, 10_000));
        ledger.reserve(ReservationRequest.from(caseId, municipality, "PERMIT_CARD", 500, START, "officer"));
        assertThat(ledger.release(caseId, "PERMIT_CARD", "officer")).isEqualTo(500);
        assertThat(ledger.reservationsOf(caseId)).extracting(Reservation::purpose, Reservation::state)
                .containsExactlyInAnyOrder(
                        tuple(PURPOSE, State.RESERVED),
                        tuple("PERMIT_CARD", State.RELEASED));
    }

    @Test
    void recoveredMoneyComesBackToTheAppropriation() {
        String appropriation = grant(10_000);
        ledger.reserve(request(caseId, 8_000));
        assertRefused("funding.nothingCommitted", () -> ledger.recover(caseId, PURPOSE, 1, "officer"));
        ledger.commit(caseId, PURPOSE, "officer");
        ledger.recover(caseId, PURPOSE, 3_000, "officer");
        assertThat(sums(appropriation)).containsExactly(10_000L, 0L, 5_000L, 5_000L);
        assertRefused("funding.recoverTooMuch", () -> ledger.recover(caseId, PURPOSE, 5_001, "officer"));
        assertThat(ledger.reservationsOf(caseId).get(0).recoveredCents()).isEqualTo(3_000);
        assertJournalAddsUp(appropriation);
    }

    @Test
    void nothingReservedCannotBeCommitted() {
        grant(10_000);
        assertRefused("funding.nothingReserved", () -> ledger.commit(caseId, PURPOSE, "officer"));
        ledger.reserve(request(caseId, 1));
        ledger.release(caseId, "officer");
        assertRefused("funding.nothingReserved", () -> ledger.commit(caseId, PURPOSE, "officer"));
    }

    @Test
    void sumsAndDatesThatMakeNoSenseAreRefused() {
        String appropriation = grant(1);
        assertRefused("funding.amountNotPositive", () -> grant(0));
        assertRefused("funding.amountNotPositive", () -> ledger.increase(appropriation, -1, "manager"));
        assertRefused("funding.amountNotPositive", () -> ledger.reserve(request(caseId, 0)));
        assertRefused("funding.amountNotPositive", () -> ledger.enqueue(request(caseId, 0)));
        assertRefused("funding.amountTooLarge", () -> ledger.reserve(request(caseId, Long.MAX_VALUE)));
        assertRefused("funding.amountTooLarge", () -> ledger.increase(appropriation, 1_000_000_000_000L, "manager"));
        assertRefused("funding.noAppropriation", () -> ledger.increase("none", 1, "manager"));
        assertRefused("funding.noAppropriation", () -> ledger.balance("none"));
        assertRefused("funding.datesReversed", () -> grantOf("AUTHORITY", LocalDate.of(2025, 1, 1), 1));
        assertThat(sums(appropriation)).containsExactly(1L, 0L, 0L, 1L);
    }

    @Test
    void theDatabaseItselfRefusesToOverspend() {
        String appropriation = grant(100);
        assertThatThrownBy(() -> jdbc.sql("update tyopolku.appropriation set reserved = 101 where id = ?")
                .param(appropriation).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theOverviewShowsAMunicipalitysAppropriations() {
        grant(100);
        grantOf("PROJECT", LocalDate.of(2028, 12, 31), 200);
        assertThat(ledger.overview(municipality)).extracting(Appropriation::availableCents).containsExactly(100L, 200L);
        assertThat(ledger.overview("elsewhere")).isEmpty();
    }

    @Test
    void theQueueKeepsTheOrderOfArrival() {
        String second = newCase();
        ledger.enqueue(request(caseId, 100));
        ledger.enqueue(request(second, 200));
        ledger.enqueue(request(caseId, 150));
        assertThat(ledger.waiting(municipality, PURPOSE)).extracting(QueuedRequest::caseId)
                .containsExactly(caseId, second);
        assertThat(ledger.waiting(municipality, PURPOSE).get(0).amountCents()).isEqualTo(150);
        ledger.leaveQueue(caseId);
        assertThat(ledger.waiting(municipality, PURPOSE)).extracting(QueuedRequest::caseId).containsExactly(second);
    }

    @Test
    void aCaseThatGetsItsMoneyLeavesTheQueue() {
        ledger.enqueue(request(caseId, 100));
        grant(100);
        ledger.reserve(request(caseId, 100));
        assertThat(ledger.waiting(municipality, PURPOSE)).isEmpty();
    }

    @Test
    void whoeverLeavesTheQueueIsAnnouncedOnce() {
        ledger.enqueue(request(caseId, 100));
        ledger.leaveQueue(caseId);
        assertThat(announced()).isEqualTo(1);
        ledger.leaveQueue(caseId);
        ledger.letGo(caseId, "officer");
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void moneyThatComesOrComesBackIsAnnounced() {
        String appropriation = grant(100);
        assertThat(announced()).isEqualTo(1);
        ledger.increase(appropriation, 100, "manager");
        assertThat(announced()).isEqualTo(2);
        ledger.reserve(request(caseId, 200));
        assertThat(announced()).isEqualTo(2);
        ledger.release(caseId, "officer");
        assertThat(announced()).isEqualTo(3);
        ledger.release(caseId, "officer");
        assertThat(announced()).isEqualTo(3);
        assertThat(sums(appropriation)).containsExactly(200L, 0L, 0L, 200L);
    }

    @Test
    void aClosedCaseGivesBackWhatIsNotCommittedAndLeavesTheQueue() {
        String appropriation = grant(10_000);
        ledger.reserve(request(caseId, 4_000));
        ledger.commit(caseId, PURPOSE, "officer");
        ledger.reserve(request(caseId, 1_000));
        ledger.enqueue(ReservationRequest.from(caseId, municipality, "PERMIT_CARD", 1, START, "officer"));

        publisher.publishEvent(new CaseClosed(caseId, FixedClock.TODAY));
        publisher.publishEvent(new CaseClosed(caseId, FixedClock.TODAY));

        assertThat(sums(appropriation)).containsExactly(10_000L, 0L, 4_000L, 6_000L);
        assertThat(ledger.waiting(municipality, "PERMIT_CARD")).isEmpty();
        assertJournalAddsUp(appropriation);
    }

    @Test
    void anInterruptedCaseGivesBackWhatIsNotCommitted() {
        String appropriation = grant(10_000);
        ledger.reserve(request(caseId, 4_000));
        publisher.publishEvent(new CaseInterrupted(caseId));
        assertThat(sums(appropriation)).containsExactly(10_000L, 0L, 0L, 10_000L);
    }

    @Test
    void aCallerWhoHasNoMoneyMayQueueInTheSameTransaction() {
        transaction.executeWithoutResult(status -> {
            try {
                ledger.reserve(request(caseId, 100));
            } catch (AppropriationExhausted e) {
                ledger.enqueue(request(caseId, 100));
            }
        });
        assertThat(ledger.waiting(municipality, PURPOSE)).hasSize(1);
    }

    @Test
    void aRollbackOfTheCallerUndoesTheReservation() {
        String appropriation = grant(100);
        transaction.executeWithoutResult(status -> {
            ledger.reserve(request(caseId, 100));
            status.setRollbackOnly();
        });
        assertThat(sums(appropriation)).containsExactly(100L, 0L, 0L, 100L);
        assertThat(ledger.reservationsOf(caseId)).isEmpty();
        assertThat(ledger.journal(appropriation)).hasSize(1);
    }

    private long announced() {
        return events.stream(MoneyAvailable.class)
                .filter(new MoneyAvailable(municipality, PURPOSE)::equals).count();
    }

    private void assertJournalAddsUp(String appropriation) {
        JournalSums.assertAddUp(ledger, appropriation);
    }

    private List<Long> sums(String appropriation) {
        Appropriation now = ledger.balance(appropriation);
        return List.of(now.amountCents(), now.reservedCents(), now.committedCents(), now.availableCents());
    }

    private String grant(long cents) {
        return grantOf("AUTHORITY", LocalDate.of(2027, 12, 31), cents);
    }

    private String grantOf(String funder, LocalDate validTo, long cents) {
        return ledger.grant(new AppropriationGrant(
                municipality, funder, PURPOSE, LocalDate.of(2027, 1, 1), validTo, cents), "manager");
    }

    private ReservationRequest request(String caseId, long cents) {
        return ReservationRequest.from(caseId, municipality, PURPOSE, cents, START, "officer");
    }

    private static String newCase() {
        return "TP-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
