package fi.tyopolku.funding;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.messages.Refusal;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.FixedClock;
import fi.tyopolku.testing.TestDatabase;
import fi.tyopolku.testing.Together;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(FixedClock.class)
class FundingLedgerConcurrencyTest {

    private static final String PURPOSE = FundingPurpose.PAY_SUBSIDY;
    private static final LocalDate START = LocalDate.of(2027, 1, 1);

    @Autowired
    private FundingLedger ledger;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final String municipality = "m-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void twoHundredReservationsAtOnceNeverOverspend() throws Exception {
        // Room for 73 of 200, with 50 cents that fit nobody.
        String appropriation = grant(73 * 1_000 + 50);

        List<Boolean> reserved = Together.times(200, number -> reserves("TP-" + number, 1_000));

        assertThat(reserved.stream().filter(Boolean::booleanValue)).hasSize(73);
        Appropriation now = ledger.balance(appropriation);
        assertThat(now.reservedCents()).isEqualTo(73_000);
        assertThat(now.availableCents()).isEqualTo(50);
        assertThat(ledger.journal(appropriation)).hasSize(1 + 73);
        JournalSums.assertAddUp(ledger, appropriation);
    }

    @Test
    void reservationsCommitmentsAndReleasesAtOnceAddUpOverTwoFunders() throws Exception {
        String one = grant(30_000);
        String other = grant(50_000);

        Together.times(200, number -> {
            String caseId = "TP-" + municipality + number;
            if (reserves(caseId, 700 + number)) {
                if (number % 3 == 0) {
                    ledger.commit(caseId, PURPOSE, "officer");
                    ledger.recover(caseId, PURPOSE, 100, "officer");
                } else if (number % 3 == 1) {
                    ledger.release(caseId, "officer");
                }
            }
            return null;
        });

        JournalSums.assertAddUp(ledger, one);
        JournalSums.assertAddUp(ledger, other);
    }

    @Test
    void oneRequestAskedTwentyTimesAtOnceReservesOnce() throws Exception {
        String appropriation = grant(100_000);
        String caseId = "TP-" + UUID.randomUUID().toString().substring(0, 8);

        List<String> ids = Together.times(20, number -> ledger.reserve(request(caseId, 1_000)).id());

        assertThat(ids).containsOnly(ids.get(0));
        assertThat(ledger.balance(appropriation).reservedCents()).isEqualTo(1_000);
        JournalSums.assertAddUp(ledger, appropriation);
    }

    @Test
    void aReservationReleasedAndCommittedAtOnceEndsAsOneOfThem() throws Exception {
        String appropriation = grant(1_000_000);
        for (int round = 0; round < 10; round++) {
            String caseId = "TP-" + municipality + "-" + round;
            ledger.reserve(request(caseId, 1_000));
            Together.times(2, number -> {
                if (number == 0) {
                    return ledger.release(caseId, "officer");
                }
                try {
                    return ledger.commit(caseId, PURPOSE, "officer").amountCents();
                } catch (Refusal tooLate) {
                    return 0L;
                }
            });
            JournalSums.assertAddUp(ledger, appropriation);
        }
        assertThat(ledger.balance(appropriation).reservedCents()).isZero();
    }

    @Test
    void aLockThatIsNotGivenInTimeIsTriedAgain() throws Exception {
        String appropriation = grant(1_000);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger rollbacks = new AtomicInteger();
        ExecutorService holder = Executors.newSingleThreadExecutor();
        try (var connection = impatientConnection()) {
            var transactions = new DataSourceTransactionManager(connection) {
                @Override
                protected void doRollback(DefaultTransactionStatus status) {
                    super.doRollback(status);
                    rollbacks.incrementAndGet();
                    letGo.countDown();
                    await(free);
                }
            };
            FundingLedger impatient = new FundingLedger(JdbcClient.create(connection),
                    new LedgerTransactions(transactions), event -> { }, FixedClock.clock());
            Future<?> holding = holder.submit(() -> {
                transaction.executeWithoutResult(status -> {
                    jdbc.sql("update tyopolku.appropriation set reserved = reserved where id = ?")
                            .param(appropriation).update();
                    held.countDown();
                    await(letGo);
                });
                free.countDown();
            });
            await(held);

            impatient.reserve(request("TP-" + UUID.randomUUID().toString().substring(0, 8), 1_000));

            holding.get(1, TimeUnit.MINUTES);
            assertThat(rollbacks).hasValue(1);
            assertThat(ledger.balance(appropriation).reservedCents()).isEqualTo(1_000);
            JournalSums.assertAddUp(ledger, appropriation);
        } finally {
            holder.shutdownNow();
        }
    }

    private SingleConnectionDataSource impatientConnection() throws Exception {
        var single = new SingleConnectionDataSource(dataSource.getConnection(), true) {
            @Override
            public void close() {
                // The pool's own again, with its own patience.
                JdbcClient.create(this).sql(
                        TestDatabase.isPostgresql() ? "set lock_timeout = 0" : "set lock_timeout 10000").update();
                super.close();
            }
        };
        JdbcClient.create(single).sql(
                TestDatabase.isPostgresql() ? "set lock_timeout = 100" : "set lock_timeout 100").update();
        return single;
    }

    private boolean reserves(String caseId, long cents) {
        try {
            ledger.reserve(request(caseId, cents));
            return true;
        } catch (AppropriationExhausted e) {
            return false;
        }
    }

    private String grant(long cents) {
        return ledger.grant(new AppropriationGrant(
                municipality, "AUTHORITY", PURPOSE, START, LocalDate.of(2027, 12, 31), cents), "manager");
    }

    private ReservationRequest request(String caseId, long cents) {
        return ReservationRequest.from(caseId, municipality, PURPOSE, cents, START, "officer");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
