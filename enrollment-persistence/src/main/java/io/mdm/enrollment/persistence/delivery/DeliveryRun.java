package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import java.time.Instant;
import java.util.Optional;

/** Run of a delivery that the scheduler executes until nothing is left. */
final class DeliveryRun {
    private DeliveryRun() {}

    /** Without a heartbeat another node may have taken over; a node that stops leaves the rest to the others. */
    static boolean isOurs(ExecutionContext context) {
        return !context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat()
                && !context.getSchedulerState().isShuttingDown();
    }

    /** A run whose node has died is due at once; db-scheduler's own handler asks the machine what time it is. */
    static <T> DeadExecutionHandler<T> revival() {
        return (dead, operations) -> operations.reschedule(dead, dead.getExecution().executionTime);
    }

    /** @param again when it is to be run again; empty to end the task */
    static <T> CompletionHandler<T> completion(Optional<Instant> again) {
        return (complete, operations) ->
                again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
    }
}
