package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.api.spi.Tracing;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.LaneDelivery;
import io.mdm.enrollment.domain.delivery.LaneRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A delivery lane as a task of the scheduler. Everything about the lane stands in the id of the task's instance; its
 * data is the {@code traceparent} of the request, if that was traced.
 */
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

    private static final TaskDescriptor<String> LANE = TaskDescriptor.of(NAME, String.class);
    private static final int SMALL_BATCH = 200;
    private static final int SMALL_BATCH_PRIORITY = 80;
    private static final int LARGE_BATCH_PRIORITY = 50;

    /** A run that fails as a whole, because the database is unreachable for instance, is repeated soon. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    private LaneTask() {}

    static Task<String> of(LaneDelivery delivery, Tracing tracing) {
        return Tasks.custom(LANE)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .onDeadExecution(DeliveryRun.revival())
                .execute((instance, context) -> {
                    var lane = lane(instance.getId());
                    return DeliveryRun.completion(
                            delivery.run(lane, new Run(lane, instance.getData(), context, tracing)));
                });
    }

    private record Run(DeliveryLane lane, @Nullable String traceParent, ExecutionContext context, Tracing tracing)
            implements LaneRun {

        @Override
        public boolean isOurs() {
            return DeliveryRun.isOurs(context);
        }

        @Override
        public Optional<Instant> traced(Supplier<Optional<Instant>> delivery) {
            return tracing.laneRun(
                    new Tracing.Lane(lane.batchId(), lane.mailing(), lane.from(), traceParent), delivery);
        }
    }

    /**
     * @param invitations in all lanes of the mailing: people who invite a few do not wait for those who invite
     *     thousands
     * @param traceParent of the request; null if it is not traced
     */
    static TaskInstance<String> instance(DeliveryLane lane, int invitations, @Nullable String traceParent) {
        return LANE.instance(String.join(
                        "/",
                        lane.organizationId(),
                        lane.batchId(),
                        String.valueOf(lane.mailing()),
                        String.valueOf(lane.from()),
                        String.valueOf(lane.to())))
                .data(traceParent)
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
