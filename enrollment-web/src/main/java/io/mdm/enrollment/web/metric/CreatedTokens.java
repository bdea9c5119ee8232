package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.EnrollmentTokenCreated;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** How many tokens one transaction created, told once it has committed: a hundred thousand observers after it would be slow. */
@ApplicationScoped
class CreatedTokens {
    @Inject
    Event<Committed> committed;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** So many tokens exist now. */
    record Committed(int tokens) {}

    void onCreated(@Observes EnrollmentTokenCreated created) {
        var count = (Count) transaction.getResource(CreatedTokens.class);
        if (count == null) {
            count = new Count();
            transaction.putResource(CreatedTokens.class, count);
            transaction.registerInterposedSynchronization(count);
        }
        count.tokens++;
    }

    private final class Count implements Synchronization {
        private int tokens;

        @Override
        public void beforeCompletion() {
            // more may come until the end
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                committed.fire(new Committed(tokens));
            }
        }
    }
}
