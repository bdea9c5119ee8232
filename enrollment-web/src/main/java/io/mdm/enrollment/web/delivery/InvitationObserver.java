package io.mdm.enrollment.web.delivery;

import io.mdm.enrollment.api.EnrollmentTokenCreated;
import io.mdm.enrollment.api.spi.InvitationDelivery;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Gets mail going as soon as tokens are committed: of the many events of one transaction the first one asks to be told
 * when it ends, and the delivery is woken once. Without this observer the mail would leave a poll later.
 */
@ApplicationScoped
public class InvitationObserver {
    @Inject
    InvitationDelivery delivery;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    void onCreated(@Observes EnrollmentTokenCreated created) {
        if (transaction.getResource(InvitationObserver.class) == null) {
            transaction.putResource(InvitationObserver.class, created);
            transaction.registerInterposedSynchronization(new WakeAfterCommit());
        }
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing is to be done until the tokens are there
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                delivery.wake();
            }
        }
    }
}
