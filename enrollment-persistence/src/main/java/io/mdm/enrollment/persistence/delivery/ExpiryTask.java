package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.domain.token.ExpiryJob;
import io.mdm.enrollment.persistence.TaskTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Announcement of expired tokens, on one node of the cluster: without a pause as long as there are any. */
final class ExpiryTask {
    private static final int BEFORE_ANY_LANE = 90;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private ExpiryTask() {}

    static CustomTask<Void> of(ExpiryJob expiryJob) {
        return Tasks.custom("expiry", Void.class)
                .defaultPriority(BEFORE_ANY_LANE)
                .scheduleOnStartup("once-per-cluster", null, UnaryOperator.identity())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean more = TaskTransaction.around(expiryJob::step);
                    return (complete, operations) ->
                            operations.reschedule(complete, next(complete.getTimeDone(), more));
                });
    }

    private static Instant next(Instant done, boolean more) {
        return more ? done : done.plus(PAUSE);
    }
}
