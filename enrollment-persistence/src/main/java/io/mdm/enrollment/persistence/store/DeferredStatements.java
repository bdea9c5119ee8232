package io.mdm.enrollment.persistence.store;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Statements of a JTA transaction whose outcome nobody waits for. They are sent in front of its next statement, in the
 * same round trip, or just before the commit.
 */
final class DeferredStatements {
    /** So many are sent together, chunks of a thousand rows among them, within the time limit of one statement. */
    private static final int MOST = 4;

    private final @Nullable TransactionSynchronizationRegistry transaction;

    /** @param transaction of the calling thread; null where there is none, and nothing is deferred */
    DeferredStatements(@Nullable TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /**
     * Defers a statement.
     *
     * @param send sends statements when there are many, and just before the commit
     * @return false if the caller has to send it now: there is no transaction, or its commit has begun
     */
    boolean add(SqlFragment statement, Consumer<List<SqlFragment>> send) {
        if (transaction == null || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return false;
        }
        var waiting = waiting();
        if (waiting == null) {
            waiting = new Waiting(send);
            transaction.putResource(DeferredStatements.class, waiting);
            transaction.registerInterposedSynchronization(waiting);
        }
        return waiting.add(statement);
    }

    /** What waits, in its order. It waits no longer: the caller sends it. */
    List<SqlFragment> take() {
        var waiting = waiting();
        return waiting == null ? List.of() : waiting.taken();
    }

    private @Nullable Waiting waiting() {
        return transaction == null || transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? null
                : (Waiting) transaction.getResource(DeferredStatements.class);
    }

    private static final class Waiting implements Synchronization {
        private final List<SqlFragment> statements = new ArrayList<>();
        private final Consumer<List<SqlFragment>> send;
        private boolean isCommitting;

        Waiting(Consumer<List<SqlFragment>> send) {
            this.send = send;
        }

        /** Observers that run after this one just before the commit may write, too. */
        boolean add(SqlFragment statement) {
            if (isCommitting) {
                return false;
            }
            statements.add(statement);
            if (statements.size() == MOST) {
                send.accept(taken());
            }
            return true;
        }

        List<SqlFragment> taken() {
            var all = List.copyOf(statements);
            statements.clear();
            return all;
        }

        @Override
        public void beforeCompletion() {
            isCommitting = true;
            if (!statements.isEmpty()) {
                send.accept(taken());
            }
        }

        @Override
        public void afterCompletion(int status) {
            // sent, or rolled back with the transaction
        }
    }
}
