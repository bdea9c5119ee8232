package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;

/** Completion of bulk requests: nothing of them is left to be mailed. */
@FunctionalInterface
public interface BatchCompletion {

    /**
     * Records it in a transaction of its own, and fires {@link io.mdm.enrollment.api.EnrollmentBatchCompleted} in that;
     * once for each batch, however often it is asked for. Without effect for single requests, and as long as an
     * invitation of the batch waits.
     */
    void completeIfSettled(EnrollmentBatch batch, Instant now);
}
