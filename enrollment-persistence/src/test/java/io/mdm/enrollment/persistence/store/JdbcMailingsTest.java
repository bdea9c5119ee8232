package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.Mailings;
import io.mdm.enrollment.domain.delivery.MailingsContract;

class JdbcMailingsTest extends MailingsContract {
    private final Stores stores = Stores.shared();

    @Override
    protected Mailings mailings() {
        return stores.mailings();
    }

    @Override
    protected EnrollmentBatches batches() {
        return stores.batches();
    }

    @Override
    protected void transactionally(Runnable work) {
        stores.transactionally(work);
    }
}
