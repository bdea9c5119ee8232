package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.mdm.enrollment.domain.issuance.Idempotency;

/** Forgets old receipts, once an hour, on one node of the cluster. */
final class PurgeTask {
    private static final int BEFORE_ANY_LANE = 90;

    private PurgeTask() {}

    static RecurringTask<Void> of(Idempotency idempotency) {
        return Tasks.recurring("idempotency-purge", FixedDelay.ofHours(1))
                .defaultPriority(BEFORE_ANY_LANE)
                .execute((instance, context) -> idempotency.purge());
    }
}
