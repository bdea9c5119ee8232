package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.mdm.enrollment.api.DeliveryExecutor;
import io.mdm.enrollment.api.spi.DeliveryStatus;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.api.spi.Tracing;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.Deliveries;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.DeliveryTimes;
import io.mdm.enrollment.domain.delivery.LaneDelivery;
import io.mdm.enrollment.domain.delivery.ReminderJob;
import io.mdm.enrollment.domain.retention.RetentionJob;
import io.mdm.enrollment.domain.token.ExpiryJob;
import io.mdm.enrollment.persistence.ServerResources;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.InstantConverter;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engine that delivers lanes, on as many nodes as there are: each lane is a task of db-scheduler, which claims it
 * for one node, runs it again when the lane asks for it, and gives it to another node when the first one dies.
 */
@ApplicationScoped
public class DeliveryEngine implements Deliveries, DeliveryTimes, DeliveryStatus {
    private static final Logger LOG = TracedLogger.of(DeliveryEngine.class);

    private final EnrollmentDatabase database;
    private final SchedulerFactory schedulers;
    private final LaneDelivery laneDelivery;
    private final RetentionJob retentionJob;
    private final ReminderJob reminderJob;
    private final ExpiryJob expiryJob;
    private final WebhookEngine webhooks;
    private final Tracing tracing;

    /** Set by the thread that deploys, read by those that issue tokens. */
    private volatile @Nullable Scheduler scheduler;

    /** Ends the thread that follows the clock, where the scheduler's does not run. */
    private volatile Runnable stopFollowing = () -> {};

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    DeliveryEngine() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    DeliveryEngine(
            EnrollmentDatabase database,
            SchedulerFactory schedulers,
            LaneDelivery laneDelivery,
            RetentionJob retentionJob,
            ReminderJob reminderJob,
            ExpiryJob expiryJob,
            WebhookEngine webhooks,
            Tracing tracing) {
        this.database = database;
        this.schedulers = schedulers;
        this.laneDelivery = laneDelivery;
        this.retentionJob = retentionJob;
        this.reminderJob = reminderJob;
        this.expiryJob = expiryJob;
        this.webhooks = webhooks;
        this.tracing = tracing;
    }

    /** Starts to look for due lanes, if this node has workers. The schema must be there. */
    public void start() {
        start(
                ServerResources.find(DeliveryExecutor.NAME, ManagedExecutorService.class)
                        .orElseGet(DeliveryEngine::defaultExecutor),
                ServerResources.named("java:comp/DefaultManagedThreadFactory", ManagedThreadFactory.class));
    }

    private static ManagedExecutorService defaultExecutor() {
        LOG.log(
                Level.WARNING,
                "{0} is not defined: mail is sent on the server''s default executor, whose threads may be fewer than"
                        + " mail.workers and are shared with other work",
                DeliveryExecutor.NAME);
        return ServerResources.named("java:comp/DefaultManagedExecutorService", ManagedExecutorService.class);
    }

    void start(ExecutorService sending, ThreadFactory others) {
        var built = schedulers
                .builder(LaneTask.of(laneDelivery, tracing), sending, others)
                .startTasks(
                        JobTask.idle("retention", Duration.ofHours(1), retentionJob::step),
                        JobTask.urgent("reminders", Duration.ofSeconds(30), reminderJob::step),
                        JobTask.urgent("expiry", Duration.ofSeconds(5), expiryJob::step),
                        StrandedLanesTask.of(new StrandedLanes(database, this)))
                .build();
        webhooks.start(schedulers, others);
        if (schedulers.isDelivering()) {
            built.start();
        } else {
            LOG.log(
                    Level.WARNING,
                    "This node sends no mail, delivers no webhooks and removes no expired rows: mail.workers is 0");
            var follower = Executors.newSingleThreadScheduledExecutor(others);
            var following = follower.scheduleWithFixedDelay(schedulers.clock()::follow, 1, 1, TimeUnit.SECONDS);
            stopFollowing = () -> {
                following.cancel(true);
                follower.shutdown();
            };
        }
        scheduler = built;
    }

    /** Lets running lanes finish their message, then leaves the rest to other nodes. */
    public void stop() {
        stopFollowing.run();
        if (scheduler != null) {
            webhooks.stop();
            scheduler.stop();
            schedulers.log().close();
        }
    }

    public boolean isStarted() {
        return scheduler != null;
    }

    /**
     * Whether it still looks for due lanes, or tries to; if not, only a new start of the node helps. Without workers
     * there is nothing to look for.
     */
    public boolean isAlive() {
        return !schedulers.isDelivering() || schedulers.areAlive();
    }

    @Override
    public boolean isRelayPaused() {
        return laneDelivery.isPaused();
    }

    @Override
    public Duration clockOffset() {
        return schedulers.clock().offset();
    }

    @Override
    public void schedule(List<DeliveryLane> lanes, int invitations, Instant time) {
        var now = schedulers.clock().instant();
        var traceParent = tracing.traceParent().orElse(null);
        Stream<TaskInstance<?>> instances =
                lanes.stream().map(lane -> LaneTask.instance(lane, invitations, traceParent));
        running().scheduleBatch(instances, time.isBefore(now) ? now : time);
    }

    @Override
    public void move(EnrollmentBatch batch, Instant time) {
        database.update(
                LaneTask.MOVE,
                InstantConverter.timestamp(time),
                LaneTask.NAME,
                LaneTask.instancesOf(batch.organizationId(), batch.id()));
    }

    /** Looks for due lanes now instead of at the next poll. Returns at once. */
    public void wake() {
        running().triggerCheckForDueExecutions();
    }

    private Scheduler running() {
        if (scheduler == null) {
            throw new IllegalStateException("the delivery has not been started");
        }
        return scheduler;
    }
}
