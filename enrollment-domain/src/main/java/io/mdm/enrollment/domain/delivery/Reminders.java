package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reminders that batches have asked for. Everything is part of the running transaction. */
public interface Reminders {

    /** Adds reminders of a new batch: due so long before its tokens end. */
    void addAll(EnrollmentBatch batch, List<Duration> beforeExpiry);

    /** The batch's reminders, in their order in time, which no other transaction may change until this one ends. */
    List<Reminder> ofBatchForUpdate(EnrollmentBatch batch);

    /**
     * The reminder that has been due for the longest time, together with its batch, both of which no other transaction
     * may change until this one ends. Those that another one is changing now are passed over, as are those of paused
     * batches with tokens that have not expired.
     */
    Optional<Reminder> dueForUpdate(Instant now);

    /** Stores when it is due next, and who has been reminded. */
    void put(Reminder reminder);
}
