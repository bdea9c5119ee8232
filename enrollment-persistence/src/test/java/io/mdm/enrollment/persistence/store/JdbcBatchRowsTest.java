package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.report.BatchRows;
import io.mdm.enrollment.domain.report.BatchRowsContract;
import io.mdm.enrollment.domain.token.EnrollmentTokens;

class JdbcBatchRowsTest extends BatchRowsContract {

    @Override
    protected BatchRows rows() {
        return Stores.shared().batchRows();
    }

    @Override
    protected EnrollmentBatches batches() {
        return Stores.shared().batches();
    }

    @Override
    protected EnrollmentTokens tokens() {
        return Stores.shared().tokens();
    }

    @Override
    protected Invitations invitations() {
        return Stores.shared().invitations();
    }

    @Override
    protected void transactionally(Runnable work) {
        Stores.shared().transactionally(work);
    }
}
