package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.domain.webhook.EventOrderJob;
import io.mdm.enrollment.persistence.TaskTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Order of events, on one node of the cluster: every second, and without a pause as long as there are many. */
final class EventOrderTask {
    private static final int BEFORE_ANY_WEBHOOK = 90;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private EventOrderTask() {}

    static CustomTask<Void> of(EventOrderJob orderJob) {
        return Tasks.custom("event-order", Void.class)
                .defaultPriority(BEFORE_ANY_WEBHOOK)
                .scheduleOnStartup("once-per-cluster", null, UnaryOperator.identity())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean more = TaskTransaction.around(orderJob::step);
                    return (complete, operations) ->
                            operations.reschedule(complete, next(complete.getTimeDone(), more));
                });
    }

    private static Instant next(Instant done, boolean more) {
        return more ? done : done.plus(PAUSE);
    }
}
