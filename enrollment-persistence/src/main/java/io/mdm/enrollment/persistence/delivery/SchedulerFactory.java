package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import io.mdm.enrollment.api.spi.LaneTakenOver;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.ObjectId;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** db-scheduler as this node runs it: on the module's database, by its clock, and under a watchdog. */
@Dependent
class SchedulerFactory {
    private static final int MISSED_HEARTBEATS = 4;

    /**
     * A message under way when the node stops has twice as long to end: the scheduler waits this long, and once more.
     */
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final EnrollmentDatabase database;
    private final DatabaseClock clock;
    private final SchedulerWatchdog watchdog;
    private final SchedulerWatchdog webhookWatchdog;
    private final int workers;
    private final Intervals intervals;
    private final DatabaseOutage outage = new DatabaseOutage(System::nanoTime);
    private final SchedulerLog log = new SchedulerLog(outage);

    /**
     * Intervals of the scheduler.
     *
     * @param poll between two looks for due lanes
     * @param heartbeat between two signs of life; another node takes over where {@value #MISSED_HEARTBEATS} are missing
     */
    record Intervals(Duration poll, Duration heartbeat) {
        static final Intervals DEFAULT = new Intervals(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    @Inject
    SchedulerFactory(
            EnrollmentDatabase database,
            DatabaseClock clock,
            Event<LaneTakenOver> takenOver,
            ModuleConfiguration configuration) {
        this(
                database,
                clock,
                new SchedulerWatchdog(takenOver),
                new SchedulerWatchdog(takenOver),
                configuration.mailWorkers(),
                Intervals.DEFAULT);
    }

    SchedulerFactory(
            EnrollmentDatabase database,
            DatabaseClock clock,
            SchedulerWatchdog watchdog,
            SchedulerWatchdog webhookWatchdog,
            int workers,
            Intervals intervals) {
        this.database = database;
        this.clock = clock;
        this.watchdog = watchdog;
        this.webhookWatchdog = webhookWatchdog;
        this.workers = workers;
        this.intervals = intervals;
    }

    /**
     * A scheduler of lanes that has still to be built and started.
     *
     * @param sending executor of everything that the scheduler executes
     * @param others makes the few threads that look for work and send heartbeats
     */
    SchedulerBuilder builder(Task<?> lanes, ExecutorService sending, ThreadFactory others) {
        return builder(lanes, "scheduled_tasks", Math.max(workers, 1), watchdog, sending, others);
    }

    /** The same of webhooks, with another table, so that neither executes what is the other's. */
    SchedulerBuilder webhookBuilder(
            Task<Void> webhooks, int workersOfWebhooks, ExecutorService sending, ThreadFactory others) {
        return builder(webhooks, "webhook_tasks", workersOfWebhooks, webhookWatchdog, sending, others);
    }

    private SchedulerBuilder builder(
            Task<?> task,
            String table,
            int executing,
            SchedulerWatchdog watching,
            ExecutorService sending,
            ThreadFactory others) {
        var threads = log.markingThreads(others);
        log.open();
        clock.measure();
        return new SchedulerBuilder(database.dataSource(), List.of(task))
                .schedulerName(new SchedulerName.Fixed(nodeName()))
                .tableName("enrollment." + table)
                .serializer(new TextTaskData())
                .clock(watching.noticing(clock))
                .threads(executing)
                .executorService(new StoppableExecutor(log.markingTasks(sending)))
                .dueExecutor(Executors.newSingleThreadExecutor(watching.watching(threads)))
                .housekeeperExecutor(Executors.newScheduledThreadPool(3, threads))
                .pollingInterval(intervals.poll())
                .pollUsingLockAndFetch(0.9, 1.0)
                .enableImmediateExecution()
                .enablePriority()
                .heartbeatInterval(intervals.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WAIT)
                .addSchedulerListener(watching)
                .addSchedulerListener(outage);
    }

    /** Whether this node delivers, and with it does everything else that the scheduler executes. */
    boolean isDelivering() {
        return workers > 0;
    }

    DatabaseClock clock() {
        return clock;
    }

    /** Whether both schedulers have looked for work within the last minutes. */
    boolean areAlive() {
        return watchdog.isAlive() && webhookWatchdog.isAlive();
    }

    SchedulerLog log() {
        return log;
    }

    /** Nodes may share a host, and a node that starts again is another one than before. */
    private String nodeName() {
        return String.join(
                "/",
                new SchedulerName.Hostname().getName(),
                String.valueOf(ProcessHandle.current().pid()),
                ObjectId.next(clock.instant()));
    }
}
