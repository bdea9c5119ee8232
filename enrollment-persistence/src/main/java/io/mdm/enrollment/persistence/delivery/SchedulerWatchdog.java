package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import io.mdm.enrollment.api.spi.LaneTakenOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;

/** Listens to the scheduler: whether it still looks for work, and which nodes it finds dead. */
@ApplicationScoped
class SchedulerWatchdog extends AbstractSchedulerListener {
    /** Longer than a statement may wait for a database that does not answer. */
    private static final Duration MAX_PAUSE = Duration.ofMinutes(5);

    private volatile long lastBeat = System.nanoTime();

    @Inject
    Event<LaneTakenOver> takenOver;

    /** Whether it has looked for work in the last minutes, be it in vain because the database is away. */
    boolean beats() {
        return System.nanoTime() - lastBeat < MAX_PAUSE.toNanos();
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.RAN_EXECUTE_DUE || event == SchedulerEventType.UNEXPECTED_ERROR) {
            lastBeat = System.nanoTime();
        }
    }

    @Override
    public void onExecutionDead(Execution execution) {
        if (LaneTask.isLane(execution)) {
            takenOver.fire(new LaneTakenOver());
        }
    }
}
