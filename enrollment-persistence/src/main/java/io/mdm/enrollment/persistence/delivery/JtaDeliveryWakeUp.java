package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.EnrollmentTokenCreated;
import io.mdm.enrollment.domain.delivery.DeliveryWakeUp;
import io.mdm.enrollment.persistence.ServerResources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Wake-up after the commit of the running JTA transaction. Created tokens ask for it by their event, the outbox asks
 * for every mailing; the first to ask in a transaction registers it, so that a bulk request wakes the delivery once.
 */
@ApplicationScoped
class JtaDeliveryWakeUp implements DeliveryWakeUp {
    private final Runnable wake;
    private final TransactionSynchronizationRegistry transaction;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    JtaDeliveryWakeUp() {
        this(null, null);
    }

    @Inject
    JtaDeliveryWakeUp(DeliveryEngine engine) {
        this(
                engine::wake,
                ServerResources.named(
                        "java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class));
    }

    JtaDeliveryWakeUp(Runnable wake, TransactionSynchronizationRegistry transaction) {
        this.wake = wake;
        this.transaction = transaction;
    }

    void onCreated(@Observes EnrollmentTokenCreated created) {
        afterCommit();
    }

    @Override
    public void afterCommit() {
        if (transaction.getResource(JtaDeliveryWakeUp.class) == null) {
            transaction.putResource(JtaDeliveryWakeUp.class, this);
            transaction.registerInterposedSynchronization(new WakeAfterCommit());
        }
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // there is nothing to deliver before the commit
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wake.run();
            }
        }
    }
}
