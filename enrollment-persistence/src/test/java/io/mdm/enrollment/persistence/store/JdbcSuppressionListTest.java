package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.delivery.SuppressionList;
import io.mdm.enrollment.domain.delivery.SuppressionListContract;

class JdbcSuppressionListTest extends SuppressionListContract {
    @Override
    protected SuppressionList suppressionList() {
        return Stores.shared().suppressionList();
    }
}
