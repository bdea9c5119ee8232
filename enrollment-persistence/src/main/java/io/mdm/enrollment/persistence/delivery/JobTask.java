package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.persistence.TaskTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A job as a task of the scheduler, on one node of the cluster: step after step as long as there is something to do,
 * then after a pause. Each step is a transaction.
 */
final class JobTask {
    private static final int BEFORE_ANY_DELIVERY = 90;
    private static final int AFTER_ALL_DELIVERIES = 10;
    private static final Duration MAX_PAUSE_AFTER_FAILURE = Duration.ofMinutes(5);

    private JobTask() {}

    /** A job for which people wait. */
    static CustomTask<Void> urgent(String name, Duration pause, Supplier<Boolean> step) {
        return of(name, BEFORE_ANY_DELIVERY, pause, step);
    }

    /** A job that can wait for all deliveries. */
    static CustomTask<Void> idle(String name, Duration pause, Supplier<Boolean> step) {
        return of(name, AFTER_ALL_DELIVERIES, pause, step);
    }

    /** @param step tells whether there is more to do */
    private static CustomTask<Void> of(String name, int priority, Duration pause, Supplier<Boolean> step) {
        var afterFailure = pause.compareTo(MAX_PAUSE_AFTER_FAILURE) < 0 ? pause : MAX_PAUSE_AFTER_FAILURE;
        return Tasks.custom(name, Void.class)
                .defaultPriority(priority)
                .scheduleOnStartup("once-per-cluster", null, UnaryOperator.identity())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(afterFailure))
                .onDeadExecution(DeliveryRun.revival())
                .execute((instance, context) -> {
                    boolean more = TaskTransaction.around(step);
                    return (complete, operations) ->
                            operations.reschedule(complete, next(complete.getTimeDone(), pause, more));
                });
    }

    private static Instant next(Instant done, Duration pause, boolean more) {
        return more ? done : done.plus(pause);
    }
}
