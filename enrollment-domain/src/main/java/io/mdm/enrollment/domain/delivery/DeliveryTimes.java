package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;

/** Times of scheduled deliveries. */
@FunctionalInterface
public interface DeliveryTimes {

    /** Moves the time of the batch's lanes that do not run at present, within the running transaction. */
    void move(EnrollmentBatch batch, Instant time);
}
