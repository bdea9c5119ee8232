package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.delivery.HourlyMailQuotas;
import io.mdm.enrollment.domain.delivery.HourlyMailQuotasContract;

class JdbcHourlyMailQuotasTest extends HourlyMailQuotasContract {
    @Override
    protected HourlyMailQuotas quotas() {
        return Stores.shared().mailAllowance();
    }

    @Override
    protected void transactionally(Runnable work) {
        Stores.shared().transactionally(work);
    }
}
