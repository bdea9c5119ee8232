package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.token.BatchTokens;
import io.mdm.enrollment.domain.token.BatchTokensContract;
import io.mdm.enrollment.domain.token.EnrollmentTokens;

class JdbcBatchTokensTest extends BatchTokensContract {
    @Override
    protected BatchTokens batchTokens() {
        return Stores.shared().batchTokens();
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
