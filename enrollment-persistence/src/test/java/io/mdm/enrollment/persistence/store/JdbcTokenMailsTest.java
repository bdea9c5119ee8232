package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.TokenMails;
import io.mdm.enrollment.domain.token.TokenMailsContract;

class JdbcTokenMailsTest extends TokenMailsContract {

    @Override
    protected TokenMails mails() {
        return Stores.shared().tokenMails();
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
