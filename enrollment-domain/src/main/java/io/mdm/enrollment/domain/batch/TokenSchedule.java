package io.mdm.enrollment.domain.batch;

/** Schedule of what is due so long before the tokens of a batch end. */
@FunctionalInterface
public interface TokenSchedule {

    /** Moves it after tokens of the batch were extended in the running transaction, as part of that. */
    void reschedule(EnrollmentBatch batch);
}
