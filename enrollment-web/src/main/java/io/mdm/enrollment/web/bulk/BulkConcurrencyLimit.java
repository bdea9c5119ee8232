package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Bounds how many bulk requests are at work at once on this node, so that they leave room for everything else. */
@ApplicationScoped
class BulkConcurrencyLimit {
    @Inject
    RequestLimits limits;

    private Semaphore free = new Semaphore(0);

    @PostConstruct
    void open() {
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
