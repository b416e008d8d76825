package fi.tyopolku.funding;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the ledger's work in a transaction and tries again when a lock was not given in time, a deadlock was broken or
 * somebody wrote the same key first.
 *
 * <p>Each try is a transaction of its own, because PostgreSQL accepts no statement after a failed one. In a transaction
 * that is already under way nothing can be tried again here: the failure goes to the caller, whose whole transaction
 * (an engine job, a web request) is repeated or reported.
 */
@Component
class LedgerTransactions {

    static final int TRIES = 4;

    /** H2: lock not given, deadlock, changed by another. PostgreSQL: lock not given, deadlock, serialization. */
    private static final Set<String> LOCK_STATES = Set.of("HYT00", "40001", "90131", "55P03", "40P01");

    private static final int PAUSE_MILLIS = 25;

    private final TransactionTemplate transaction;

    LedgerTransactions(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.execute(status -> work.get());
        }
        for (int tries = 1; ; tries++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (RuntimeException e) {
                if (tries == TRIES || !isWorthAnotherTry(e)) {
                    throw e;
                }
                pause(tries);
            }
        }
    }

    void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    private static boolean isWorthAnotherTry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DuplicateKeyException
                    || cause instanceof SQLException sql && LOCK_STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS, 2L * PAUSE_MILLIS * tries + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to try the ledger again", e);
        }
    }
}
