package io.mdm.enrollment.domain.batch;

class InMemoryEnrollmentBatchesTest extends EnrollmentBatchesContract {
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();

    @Override
    protected EnrollmentBatches batches() {
        return batches;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
