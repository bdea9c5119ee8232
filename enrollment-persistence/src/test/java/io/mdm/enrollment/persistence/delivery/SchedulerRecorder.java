package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A node's watchdog that keeps what the scheduler told it. */
final class SchedulerRecorder extends SchedulerWatchdog {
    private final EnrollmentDatabase database;
    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicInteger dead = new AtomicInteger();
    private final Queue<Scheduled> scheduled = new ConcurrentLinkedQueue<>();

    private record Scheduled(DeliveryLane lane, Duration delay) {}

    SchedulerRecorder(EnrollmentDatabase database) {
        super(new InMemoryEvent<>());
        this.database = database;
    }

    /** How often the thread that looks for due lanes has asked for the time. */
    int beats() {
        return beats.get();
    }

    /** How often it has looked for executions without a heartbeat. */
    int searches() {
        return searches.get();
    }

    /** How many it has found. */
    int dead() {
        return dead.get();
    }

    /** How far ahead of the database's clock an organization's lanes were scheduled. */
    Stream<Duration> delaysOf(String organizationId) {
        return scheduled.stream()
                .filter(each -> each.lane().organizationId().equals(organizationId))
                .map(Scheduled::delay);
    }

    @Override
    void beat() {
        super.beat();
        beats.incrementAndGet();
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        super.onSchedulerEvent(event);
        if (event == SchedulerEventType.RAN_DETECT_DEAD) {
            searches.incrementAndGet();
        }
    }

    @Override
    public void onExecutionDead(Execution execution) {
        super.onExecutionDead(execution);
        dead.incrementAndGet();
    }

    @Override
    public void onExecutionScheduled(TaskInstanceId task, Instant due) {
        if (task.getTaskName().equals(LaneTask.NAME)) {
            scheduled.add(new Scheduled(LaneTask.lane(task.getId()), Duration.between(databaseTime(), due)));
        }
    }

    private Instant databaseTime() {
        return database.query("select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                .get(0)
                .toInstant();
    }
}
