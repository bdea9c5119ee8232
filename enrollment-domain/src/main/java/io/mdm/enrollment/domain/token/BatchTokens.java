package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tokens of one batch, changed together as part of the running transaction. Whoever changes them has the batch
 * {@linkplain io.mdm.enrollment.domain.batch.EnrollmentBatches#findForUpdate for update}.
 */
public interface BatchTokens {

    /** How many are pending and have expired, without those whose person was erased. */
    int countExpired(EnrollmentBatch batch, Instant now);

    /**
     * Moves the end of the live ones that would end before.
     *
     * @return how many those are
     */
    int extend(EnrollmentBatch batch, Instant end, Instant now);

    /**
     * Moves the end of the expired ones, so that they are live again: the first ones in request order, without those
     * whose person was erased.
     *
     * @return how many those are
     */
    int revive(EnrollmentBatch batch, int limit, Instant end, Instant now);

    /** Moves the time from which the pending ones can be redeemed, and their ends by so much. */
    void start(EnrollmentBatch batch, Instant start, Duration shift, Instant now);

    /**
     * Revokes the pending ones, expired ones included.
     *
     * @return their ids
     */
    List<String> revoke(EnrollmentBatch batch, Instant now);
}
