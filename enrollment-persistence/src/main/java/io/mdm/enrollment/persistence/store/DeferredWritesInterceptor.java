package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.persistence.ServerResources;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Sends what waits for the commit when the first use case of a transaction returns, and so before the commit begins: on
 * Payara, a transaction that {@code @Transactional} began has no connections during its commit, and every statement is
 * committed by itself.
 */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE) // inside the transaction
class DeferredWritesInterceptor {
    private final WebhookOutbox outbox;
    private final EnrollmentDatabase database;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    DeferredWritesInterceptor(WebhookOutbox outbox, EnrollmentDatabase database) {
        this(
                outbox,
                database,
                ServerResources.named(
                        "java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class));
    }

    /** @param transaction of the calling thread */
    DeferredWritesInterceptor(
            WebhookOutbox outbox, EnrollmentDatabase database, TransactionSynchronizationRegistry transaction) {
        this.outbox = outbox;
        this.database = database;
        this.transaction = transaction;
    }

    @AroundInvoke
    Object carryOut(InvocationContext useCase) throws Exception {
        if (!isActive() || isWithinAnother()) {
            return useCase.proceed();
        }
        transaction.putResource(DeferredWritesInterceptor.class, true);
        try {
            var result = useCase.proceed();
            send();
            return result;
        } finally {
            if (isActive()) {
                transaction.putResource(DeferredWritesInterceptor.class, false);
            }
        }
    }

    private void send() {
        if (isActive()) {
            outbox.flush();
            database.flush();
        }
    }

    private boolean isWithinAnother() {
        return Boolean.TRUE.equals(transaction.getResource(DeferredWritesInterceptor.class));
    }

    private boolean isActive() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }
}
