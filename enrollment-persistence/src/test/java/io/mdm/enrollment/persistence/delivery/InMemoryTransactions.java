package io.mdm.enrollment.persistence.delivery;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server's transactions, one after the other: what is registered with one is told of its end and forgotten. */
final class InMemoryTransactions implements TransactionSynchronizationRegistry {
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();

    void commit() {
        end(Status.STATUS_COMMITTED);
    }

    void rollBack() {
        end(Status.STATUS_ROLLEDBACK);
    }

    private void end(int status) {
        var told = List.copyOf(synchronizations);
        synchronizations.clear();
        resources.clear();
        told.forEach(synchronization -> {
            if (status == Status.STATUS_COMMITTED) {
                synchronization.beforeCompletion();
            }
            synchronization.afterCompletion(status);
        });
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public Object getTransactionKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getTransactionStatus() {
        throw new UnsupportedOperationException();
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
