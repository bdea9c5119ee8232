package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.domain.webhook.WebhookDelivery;
import java.time.Duration;

/** Delivery to one webhook as a task of the scheduler; its instance is the webhook's id. */
final class WebhookTask {
    static final String NAME = "webhook";

    /**
     * Change of the time at which a delivery runs; its parameters are the time, the task's name, and the webhook's id.
     */
    static final String MOVE = """
            update enrollment.webhook_tasks set execution_time = ?, version = version + 1
            where task_name = ? and task_instance = ? and not picked
            """;

    private static final TaskDescriptor<Void> WEBHOOK = TaskDescriptor.of(NAME);

    /** A run that fails as a whole, because the database is unreachable for instance, is repeated soon. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    private WebhookTask() {}

    static Task<Void> of(WebhookDelivery delivery) {
        return Tasks.custom(WEBHOOK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .onDeadExecution(DeliveryRun.revival())
                .execute((instance, context) ->
                        DeliveryRun.completion(delivery.run(instance.getId(), () -> DeliveryRun.isOurs(context))));
    }

    static TaskInstance<Void> instance(String webhookId) {
        return WEBHOOK.instance(webhookId).build();
    }
}
