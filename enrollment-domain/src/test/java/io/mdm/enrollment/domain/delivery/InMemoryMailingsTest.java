package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;

class InMemoryMailingsTest extends MailingsContract {
    private final Mailings mailings = new InMemoryMailings();
    private final EnrollmentBatches batches = new InMemoryEnrollmentBatches();

    @Override
    protected Mailings mailings() {
        return mailings;
    }

    @Override
    protected EnrollmentBatches batches() {
        return batches;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
