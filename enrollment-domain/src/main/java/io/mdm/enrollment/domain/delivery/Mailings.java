package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.util.Optional;

/** Mailings of batches after the first, which is the batch's own. */
public interface Mailings {

    /**
     * Adds a mailing as part of the running transaction.
     *
     * @param total how many invitations are promised in it
     */
    void add(EnrollmentBatch batch, PromisedMailing mailing, int total);

    /** The mailing of that number, which is not the first. */
    Optional<PromisedMailing> find(String organizationId, String batchId, int number);
}
