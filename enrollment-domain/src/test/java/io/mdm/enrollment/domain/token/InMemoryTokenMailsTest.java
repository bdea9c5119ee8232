package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.delivery.Invitations;

class InMemoryTokenMailsTest extends TokenMailsContract {
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryInvitations invitations = new InMemoryInvitations();

    @Override
    protected TokenMails mails() {
        return new InMemoryTokenMails(batches, invitations);
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
    protected Invitations invitations() {
        return invitations;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
