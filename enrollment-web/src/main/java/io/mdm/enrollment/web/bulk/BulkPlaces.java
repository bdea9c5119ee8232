package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

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

    /** @throws EnrollmentException {@link EnrollmentProblem#TOO_MANY_BULKS} when all places are taken */
    Place take() {
        if (!free.tryAcquire()) {
            throw new EnrollmentException(EnrollmentProblem.TOO_MANY_BULKS);
        }
        return free::release;
    }

    /** A place taken; closing gives it back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
