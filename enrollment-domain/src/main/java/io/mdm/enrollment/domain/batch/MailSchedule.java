package io.mdm.enrollment.domain.batch;

import java.time.Instant;

/** Schedule of mails that leave later than the request. Everything is part of the running transaction. */
public interface MailSchedule {

    /** Whether some of the batch's mails have left, or were tried; those of people who were revoked do not count. */
    boolean hasBegun(EnrollmentBatch batch);

    /** Moves the time at which the batch's mails leave. */
    void move(EnrollmentBatch batch, Instant time);
}
