package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;

class InMemoryEnrollmentTokensTest extends EnrollmentTokensContract {
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens(batches);

    @Override
    protected EnrollmentTokens tokens() {
        return tokens;
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
