package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.domain.webhook.TaskTransactions;
import io.mdm.enrollment.persistence.TaskTransaction;
import jakarta.enterprise.context.Dependent;

@Dependent
class JtaTaskTransactions implements TaskTransactions {
    @Override
    public void around(Runnable work) {
        TaskTransaction.around(() -> {
            work.run();
            return true;
        });
    }
}
