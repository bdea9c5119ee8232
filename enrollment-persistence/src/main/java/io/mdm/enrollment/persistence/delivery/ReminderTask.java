package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.domain.delivery.ReminderJob;
import io.mdm.enrollment.persistence.TaskTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Reminders, on one node of the cluster: one after the other as long as any is due, then every 30 seconds. */
final class ReminderTask {
    private static final int BEFORE_ANY_LANE = 90;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private ReminderTask() {}

    static CustomTask<Void> of(ReminderJob reminderJob) {
        return Tasks.custom("reminders", Void.class)
                .defaultPriority(BEFORE_ANY_LANE)
                .scheduleOnStartup("once-per-cluster", null, UnaryOperator.identity())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean more = TaskTransaction.around(reminderJob::step);
                    return (complete, operations) ->
                            operations.reschedule(complete, next(complete.getTimeDone(), more));
                });
    }

    private static Instant next(Instant done, boolean more) {
        return more ? done : done.plus(PAUSE);
    }
}
