package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/** Search for orphaned invitations, every ten minutes, on one node of the cluster. */
final class StrandedLanesTask {
    private static final int BEFORE_ANY_LANE = 90;

    private StrandedLanesTask() {}

    static RecurringTask<Void> of(StrandedLanes stranded) {
        return Tasks.recurring("stranded-lanes", FixedDelay.ofMinutes(10))
                .defaultPriority(BEFORE_ANY_LANE)
                .execute((instance, context) -> stranded.scheduleAgain());
    }
}
