package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import io.mdm.enrollment.api.spi.LaneTakenOver;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Watchdog of the scheduler: whether it still looks for due lanes, and how many lanes of dead nodes it finds. The
 * scheduler reports only looks that found something; but the thread that looks asks the clock for the time whenever it
 * does.
 */
class SchedulerWatchdog extends AbstractSchedulerListener {
    /** Longer than a statement may wait for a database that does not answer. */
    private static final Duration MAX_PAUSE = Duration.ofMinutes(5);

    private final Event<LaneTakenOver> takenOver;
    private volatile @Nullable Thread watched;
    private volatile long lastBeat = System.nanoTime();

    SchedulerWatchdog(Event<LaneTakenOver> takenOver) {
        this.takenOver = takenOver;
    }

    /** Makes the thread that looks for due lanes, and watches it. */
    ThreadFactory watching(ThreadFactory threads) {
        return looks -> threads.newThread(() -> {
            watched = Thread.currentThread();
            looks.run();
        });
    }

    /** The same clock, as the scheduler takes it. It notices the watched thread, and has it follow the database. */
    Clock noticing(DatabaseClock clock) {
        return () -> {
            if (Thread.currentThread().equals(watched)) {
                beat();
                clock.follow();
            }
            return clock.instant();
        };
    }

    void beat() {
        lastBeat = System.nanoTime();
    }

    /** Whether it has looked within the last minutes, even if unsuccessfully because the database is unreachable. */
    boolean isAlive() {
        return System.nanoTime() - lastBeat < MAX_PAUSE.toNanos();
    }

    @Override
    public void onExecutionDead(Execution execution) {
        if (LaneTask.isLane(execution)) {
            takenOver.fire(new LaneTakenOver());
        }
    }
}
