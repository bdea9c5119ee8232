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
     * @return false if the caller has to send it now: there is no transaction
     */
    boolean add(SqlFragment statement, Consumer<List<SqlFragment>> send) {
        if (transaction == null || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return false;
        }
        var waiting = waiting();
        if (waiting == null) {
            waiting = new Waiting(new ArrayList<>(), send);
            transaction.putResource(DeferredStatements.class, waiting);
            transaction.registerInterposedSynchronization(waiting);
        }
        waiting.statements().add(statement);
        if (waiting.statements().size() == MOST) {
            waiting.beforeCompletion();
        }
        return true;
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

    private record Waiting(List<SqlFragment> statements, Consumer<List<SqlFragment>> send) implements Synchronization {

        List<SqlFragment> taken() {
            var all = List.copyOf(statements);
            statements.clear();
            return all;
        }

        @Override
        public void beforeCompletion() {
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
