package io.mdm.enrollment.domain.batch;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All accepted bulk requests. */
public interface EnrollmentBatches {

    /** Adds a batch and its recipients without a token, all or none, as part of the running transaction. */
    void add(EnrollmentBatch batch, List<Rejection> rejections);

    Optional<EnrollmentBatch> find(String organizationId, String batchId);

    /** The organization's batch with this id, which no other transaction may change until this one ends. */
    Optional<EnrollmentBatch> findForUpdate(String organizationId, String batchId);

    /** The organization's batches among these, in no order. */
    List<EnrollmentBatch> findAll(String organizationId, Collection<String> batchIds);
}
