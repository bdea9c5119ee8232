package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.EnrollmentBatchesContract;

class JpaEnrollmentBatchesTest extends EnrollmentBatchesContract {
    @Override
    protected EnrollmentBatches batches() {
        return Stores.shared().batches();
    }

    @Override
    protected void transactionally(Runnable work) {
        Stores.shared().transactionally(work);
    }
}
