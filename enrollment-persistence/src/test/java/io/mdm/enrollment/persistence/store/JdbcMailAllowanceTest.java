package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.delivery.MailAllowance;
import io.mdm.enrollment.domain.delivery.MailAllowanceContract;

class JdbcMailAllowanceTest extends MailAllowanceContract {
    @Override
    protected MailAllowance allowance() {
        return Stores.shared().mailAllowance();
    }

    @Override
    protected void transactionally(Runnable work) {
        Stores.shared().transactionally(work);
    }
}
