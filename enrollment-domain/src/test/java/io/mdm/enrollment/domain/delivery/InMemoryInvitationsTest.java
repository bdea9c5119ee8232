package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;

class InMemoryInvitationsTest extends InvitationsContract {
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryInvitations invitations = new InMemoryInvitations(tokens);
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
    protected EnrollmentTokens tokens() {
        return tokens;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
