package io.mdm.enrollment.persistence.store;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server's transactions, one after the other on each thread: what is registered with one is told of its end and
 * forgotten.
 */
public final class InMemoryTransactions implements TransactionSynchronizationRegistry {
    private final ThreadLocal<Transaction> current = ThreadLocal.withInitial(Transaction::new);

    private static final class Transaction {
        final Map<Object, Object> resources = new HashMap<>();
        final List<Synchronization> synchronizations = new ArrayList<>();
        int status = Status.STATUS_NO_TRANSACTION;
    }

    /** Tells the thread's code that there is a transaction. */
    public void begin() {
        current.get().status = Status.STATUS_ACTIVE;
    }

    /** Tells it that the commit is near. */
    public void beforeCommit() {
        List.copyOf(current.get().synchronizations).forEach(Synchronization::beforeCompletion);
    }

    public void commit() {
        beforeCommit();
        end(Status.STATUS_COMMITTED);
    }

    public void rollBack() {
        end(Status.STATUS_ROLLEDBACK);
    }

    private void end(int status) {
        var told = current.get().synchronizations;
        current.remove();
        told.forEach(synchronization -> synchronization.afterCompletion(status));
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        current.get().synchronizations.add(synchronization);
    }

    @Override
    public void putResource(Object key, Object value) {
        current.get().resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return current.get().resources.get(key);
    }

    @Override
    public Object getTransactionKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getTransactionStatus() {
        return current.get().status;
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
        throw new UnsupportedOperationException();
    }
}
