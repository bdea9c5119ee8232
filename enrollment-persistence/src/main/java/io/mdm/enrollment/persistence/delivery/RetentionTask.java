package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.domain.retention.RetentionJob;
import io.mdm.enrollment.persistence.TaskTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Retention, on one node of the cluster: step after step as long as there is something to do, then hourly. */
final class RetentionTask {
    private static final int AFTER_ALL_LANES = 10;
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    private RetentionTask() {}

    static CustomTask<Void> of(RetentionJob retentionJob) {
        return Tasks.custom("retention", Void.class)
                .defaultPriority(AFTER_ALL_LANES)
                .scheduleOnStartup("once-per-cluster", null, UnaryOperator.identity())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean more = TaskTransaction.around(retentionJob::step);
                    return (complete, operations) ->
                            operations.reschedule(complete, next(complete.getTimeDone(), more));
                });
    }

    private static Instant next(Instant done, boolean more) {
        return more ? done : done.plus(PAUSE);
    }
}
