package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.LaneDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A delivery lane as a task of the scheduler. Everything about the lane stands in the id of the task's instance. */
final class LaneTask {
    static final String NAME = "invitation-lane";

    /** The lanes that are scheduled, as a query with one parameter, the task's name. */
    static final String SCHEDULED = """
            select part[2] as batch_id, part[3]::integer as mailing, part[4]::integer as first, part[5]::integer as beyond
            from (select string_to_array(task_instance, '/') as part
                  from enrollment.scheduled_tasks where task_name = ?) task
            """;

    /**
     * Change of the time at which lanes run; its parameters are the time, the task's name, and a pattern of instances.
     */
    static final String MOVE = """
            update enrollment.scheduled_tasks set execution_time = ?, version = version + 1
            where task_name = ? and task_instance like ? and not picked
            """;

    private static final TaskDescriptor<Void> LANE = TaskDescriptor.of(NAME);
    private static final int SMALL_BATCH = 200;
    private static final int SMALL_BATCH_PRIORITY = 80;
    private static final int LARGE_BATCH_PRIORITY = 50;

    /** A run that fails as a whole, because the database is unreachable for instance, is repeated soon. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    private LaneTask() {}

    static Task<Void> of(LaneDelivery delivery) {
        return Tasks.custom(LANE)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute(
                        (instance, context) -> completion(delivery.run(lane(instance.getId()), () -> isOurs(context))));
    }

    private static CompletionHandler<Void> completion(Optional<Instant> again) {
        return (complete, operations) ->
                again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
    }

    /** Without a heartbeat another node may have taken over; a node that stops leaves the rest to the others. */
    private static boolean isOurs(ExecutionContext context) {
        return !context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat()
                && !context.getSchedulerState().isShuttingDown();
    }

    /**
     * @param invitations in all lanes of the mailing: people who invite a few do not wait for those who invite
     *     thousands
     */
    static TaskInstance<Void> instance(DeliveryLane lane, int invitations) {
        return LANE.instance(String.join(
                        "/",
                        lane.organizationId(),
                        lane.batchId(),
                        String.valueOf(lane.mailing()),
                        String.valueOf(lane.from()),
                        String.valueOf(lane.to())))
                .priority(invitations <= SMALL_BATCH ? SMALL_BATCH_PRIORITY : LARGE_BATCH_PRIORITY)
                .build();
    }

    /** Pattern of the instances of a batch's lanes; ids hold no wildcards. */
    static String instancesOf(String organizationId, String batchId) {
        return organizationId + "/" + batchId + "/%";
    }

    static boolean isLane(Execution execution) {
        return execution.getTaskName().equals(NAME);
    }

    static DeliveryLane lane(String instanceId) {
        var parts = instanceId.split("/", 5);
        return new DeliveryLane(
                parts[0], parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
    }
}
