package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.mdm.enrollment.api.DeliveryExecutor;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.ObjectId;
import io.mdm.enrollment.domain.delivery.Deliveries;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.LaneDelivery;
import io.mdm.enrollment.domain.retention.RetentionJob;
import io.mdm.enrollment.persistence.ServerResources;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has lanes delivered by as many nodes as there are: each lane is a task of db-scheduler, which claims it for one node,
 * runs it again when the lane asks for it, and gives it to another node when the first one dies.
 */
@ApplicationScoped
public class DeliveryEngine implements Deliveries {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;

    /** A message under way when the node stops has twice as long to end: the scheduler waits this long, and once more. */
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    @Inject
    EnrollmentDatabase database;

    @Inject
    DatabaseClock clock;

    @Inject
    LaneDelivery laneDelivery;

    @Inject
    RetentionJob retentionJob;

    @Inject
    SchedulerWatchdog watchdog;

    @Inject
    ModuleConfiguration configuration;

    /** Four of them missed, and another node takes over. */
    Duration heartbeat = Duration.ofSeconds(5);

    private @Nullable Scheduler scheduler;

    /** Starts to look for due lanes. The schema must be there. */
    public void start() {
        start(
                ServerResources.named(DeliveryExecutor.NAME, ManagedExecutorService.class),
                ServerResources.named("java:comp/DefaultManagedThreadFactory", ManagedThreadFactory.class));
    }

    void start(ExecutorService sending, ThreadFactory others) {
        clock.measure();
        var started = new SchedulerBuilder(database.dataSource(), List.of(LaneTask.of(laneDelivery, clock)))
                .schedulerName(new SchedulerName.Fixed(nodeName()))
                .startTasks(RetentionTask.of(retentionJob), StrandedLanesTask.of(new StrandedLanes(database, this)))
                .tableName("enrollment.scheduled_tasks")
                .clock(clock)
                .threads(configuration.mailWorkers())
                .executorService(new StoppableExecutor(sending))
                .dueExecutor(Executors.newSingleThreadExecutor(others))
                .housekeeperExecutor(Executors.newScheduledThreadPool(3, others))
                .pollingInterval(POLL)
                .pollUsingLockAndFetch(0.9, 1.0)
                .enableImmediateExecution()
                .enablePriority()
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WAIT)
                .addSchedulerListener(watchdog)
                .build();
        started.start();
        scheduler = started;
    }

    /** Nodes may share a host, and a node that starts again is another one than before. */
    private String nodeName() {
        return String.join(
                "/",
                new SchedulerName.Hostname().getName(),
                String.valueOf(ProcessHandle.current().pid()),
                ObjectId.next(clock.now()));
    }

    /** Lets running lanes finish their message, then leaves the rest to other nodes. */
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    public boolean isStarted() {
        return scheduler != null;
    }

    /** Whether it still looks for due lanes, or tries to; if not, only a new start of the node helps. */
    public boolean isAlive() {
        return watchdog.beats();
    }

    @Override
    public void schedule(List<DeliveryLane> lanes, int invitations) {
        Stream<TaskInstance<?>> instances = lanes.stream().map(lane -> LaneTask.instance(lane, invitations));
        running().scheduleBatch(instances, clock.now());
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
