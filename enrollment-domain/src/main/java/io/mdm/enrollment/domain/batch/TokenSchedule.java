package io.mdm.enrollment.domain.batch;

/** What is due at times that depend on the end of a batch's tokens. */
@FunctionalInterface
public interface TokenSchedule {

    /** Moves it after tokens of the batch were extended in the running transaction, as part of that. */
    void reschedule(EnrollmentBatch batch);
}
