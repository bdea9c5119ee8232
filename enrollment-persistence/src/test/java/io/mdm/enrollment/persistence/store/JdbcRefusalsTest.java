package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.delivery.Refusals;
import io.mdm.enrollment.domain.delivery.RefusalsContract;

class JdbcRefusalsTest extends RefusalsContract {
    @Override
    protected Refusals refusals() {
        return Stores.shared().refusals();
    }
}
