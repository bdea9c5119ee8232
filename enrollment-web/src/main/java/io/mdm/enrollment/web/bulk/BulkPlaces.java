package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Bounds how many bulk requests are at work at once on this node, so that they leave room for everything else. */
@ApplicationScoped
class BulkPlaces {
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
     * @throws EnrollmentException {@link EnrollmentProblem#TOO_MANY_BULKS} when all places are taken
     */
    <T> T within(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new EnrollmentException(EnrollmentProblem.TOO_MANY_BULKS);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
