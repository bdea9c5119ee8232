package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.persistence.ServerResources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outbox of events for webhooks, written at the end of the use case or transaction, with few rows for many tokens. */
@ApplicationScoped
class WebhookOutbox {
    private final EnrollmentDatabase database;
    private final @Nullable TransactionSynchronizationRegistry transaction;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    WebhookOutbox() {
        this(null, null);
    }

    @Inject
    WebhookOutbox(EnrollmentDatabase database) {
        this(
                database,
                ServerResources.named(
                        "java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class));
    }

    /** @param transaction of the calling thread; null where there is none, and rows are written at once */
    WebhookOutbox(EnrollmentDatabase database, @Nullable TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** With the next statement, in the same round trip: for events that stand for themselves. */
    void addNow(OutboxRow row) {
        database.updateLater(OutboxRow.INSERT, row.parameters());
    }

    void add(OutboxRow row) {
        if (transaction == null || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            write(List.of(row));
            return;
        }
        var waiting = (Waiting) transaction.getResource(WebhookOutbox.class);
        if (waiting == null) {
            waiting = new Waiting();
            transaction.putResource(WebhookOutbox.class, waiting);
            transaction.registerInterposedSynchronization(waiting);
        }
        waiting.rows.add(row);
    }

    /** Writes what waits in the running transaction. */
    void flush() {
        if (transaction == null || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return;
        }
        var waiting = (Waiting) transaction.getResource(WebhookOutbox.class);
        if (waiting != null) {
            waiting.flush();
        }
    }

    private void write(List<OutboxRow> rows) {
        if (rows.size() == 1) {
            database.update(OutboxRow.INSERT, rows.get(0).parameters());
        } else {
            database.updateEach(
                    OutboxRow.INSERT, rows.stream().map(OutboxRow::parameters).toList());
        }
    }

    private final class Waiting implements Synchronization {
        private final List<OutboxRow> rows = new ArrayList<>();

        private void flush() {
            if (!rows.isEmpty()) {
                var all = List.copyOf(rows);
                rows.clear();
                write(OutboxRow.merged(all));
            }
        }

        @Override
        public void beforeCompletion() {
            flush();
        }

        @Override
        public void afterCompletion(int status) {
            // written, or rolled back with the transaction
        }
    }
}
