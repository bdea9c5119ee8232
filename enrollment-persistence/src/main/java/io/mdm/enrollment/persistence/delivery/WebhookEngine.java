package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.mdm.enrollment.domain.webhook.EventOrderJob;
import io.mdm.enrollment.domain.webhook.WebhookDelivery;
import io.mdm.enrollment.domain.webhook.WebhookQueue;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The engine that delivers to webhooks: a scheduler of its own with a few threads of its own, so that mail does not
 * wait for receivers that take long to answer.
 */
@ApplicationScoped
class WebhookEngine implements WebhookQueue {
    /** Requests of this node at the same time. */
    private static final int WORKERS = 4;

    private final EnrollmentDatabase database;
    private final DatabaseClock clock;
    private final WebhookDelivery delivery;
    private final EventOrderJob orderJob;

    private volatile @Nullable Scheduler scheduler;
    private volatile @Nullable ExecutorService threads;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    WebhookEngine() {
        this(null, null, null, null);
    }

    @Inject
    WebhookEngine(EnrollmentDatabase database, DatabaseClock clock, WebhookDelivery delivery, EventOrderJob orderJob) {
        this.database = database;
        this.clock = clock;
        this.delivery = delivery;
        this.orderJob = orderJob;
    }

    /** Starts to look for due deliveries, if this node has workers. */
    void start(SchedulerFactory schedulers, ThreadFactory factory) {
        var sending = Executors.newFixedThreadPool(WORKERS, factory);
        var built = schedulers
                .webhookBuilder(WebhookTask.of(delivery), WORKERS, sending, factory)
                .startTasks(JobTask.urgent("event-order", Duration.ofSeconds(1), orderJob::step))
                .build();
        if (schedulers.isDelivering()) {
            built.start();
        }
        threads = sending;
        scheduler = built;
    }

    /** Lets running requests finish, then leaves the rest to other nodes. */
    void stop() {
        running().stop();
        if (threads != null) {
            threads.shutdown();
        }
    }

    @Override
    public void deliver(String webhookId) {
        running().scheduleIfNotExists(WebhookTask.instance(webhookId), clock.instant());
    }

    @Override
    public void deliverNow(String webhookId) {
        int moved = database.update(
                WebhookTask.MOVE, InstantConverter.timestamp(clock.instant()), WebhookTask.NAME, webhookId);
        if (moved == 0) {
            deliver(webhookId);
        }
    }

    private Scheduler running() {
        if (scheduler == null) {
            throw new IllegalStateException("the delivery has not been started");
        }
        return scheduler;
    }
}
