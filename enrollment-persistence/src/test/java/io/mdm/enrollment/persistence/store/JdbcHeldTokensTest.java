package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.HeldTokens;
import io.mdm.enrollment.domain.token.HeldTokensContract;

class JdbcHeldTokensTest extends HeldTokensContract {
    @Override
    protected HeldTokens heldTokens() {
        return Stores.shared().heldTokens();
    }

    @Override
    protected EnrollmentTokens tokens() {
        return Stores.shared().tokens();
    }

    @Override
    protected void transactionally(Runnable work) {
        Stores.shared().transactionally(work);
    }
}
