package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Limit of concurrent bulk requests on this node, so that they leave room for other requests. */
@ApplicationScoped
class BulkConcurrencyLimit {
    private final Semaphore free;

    /** For the client proxy only. */
    BulkConcurrencyLimit() {
        free = new Semaphore(0);
    }

    @Inject
    BulkConcurrencyLimit(RequestLimits limits) {
        free = new Semaphore(limits.concurrentBulks());
    }

    /**
     * Runs the work if the limit is not reached.
     *
     * @throws RequestException {@link HttpProblem#SERVER_BUSY} if the limit is reached
     */
    <T> T within(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new RequestException(HttpProblem.SERVER_BUSY);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
