package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;

class InMemoryInvitationsTest extends InvitationsContract {
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();

    @Override
    protected Invitations invitations() {
        return invitations;
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
