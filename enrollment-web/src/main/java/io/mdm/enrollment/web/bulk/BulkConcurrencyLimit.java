package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Limit of the bulk requests at work at once on this node, so that they leave room for everything else. */
@ApplicationScoped
class BulkConcurrencyLimit {
    private final Semaphore free;

    /** For the client proxy. */
    BulkConcurrencyLimit() {
        free = new Semaphore(0);
    }

    @Inject
    BulkConcurrencyLimit(RequestLimits limits) {
        free = new Semaphore(limits.concurrentBulks());
    }

    /**
     * Does the work in a place of its own.
     *
     * @throws RequestException {@link HttpProblem#TOO_MANY_BULKS} when all places are taken
     */
    <T> T within(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new RequestException(HttpProblem.TOO_MANY_BULKS);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
