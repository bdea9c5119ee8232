package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import io.mdm.enrollment.api.spi.DatabaseFailure;
import io.mdm.enrollment.api.spi.TracedLogger;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Outage of the database as the scheduler meets it, which then fails every second: logged once when it begins, and once
 * when it is over; other failures meanwhile, once for each class of SQL states. Messages of the database are left out:
 * they may quote rows, which contain addresses.
 */
final class DatabaseOutage extends AbstractSchedulerListener {
    /**
     * Longer than between two looks for due lanes, so that a search that succeeds between two failures ends nothing.
     */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** What an unreachable database and one that starts or stops have in common. */
    private static final String UNAVAILABLE = "unavailable";

    private static final Logger LOG = TracedLogger.of(DatabaseOutage.class);

    private final LongSupplier nanoTime;
    private final Set<String> logged = new HashSet<>();
    private long first;
    private long last;

    DatabaseOutage(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * @return whether the failure needs a stack trace: the first of its class, and more than an unavailable database
     */
    boolean failed(Throwable failure) {
        var causes = DatabaseFailure.causes(failure);
        var state = stateOfDriver(causes);
        boolean unavailable = DatabaseFailure.isUnavailable(failure);
        boolean news = isNews(unavailable ? UNAVAILABLE : state.substring(0, Math.min(2, state.length())));
        if (news) {
            LOG.log(
                    Level.WARNING,
                    "The database cannot be used, mail waits: SQLState {0}, {1}",
                    state,
                    describe(causes.get(causes.size() - 1)));
        }
        return news && !unavailable;
    }

    private synchronized boolean isNews(String kind) {
        last = nanoTime.getAsLong();
        if (logged.isEmpty()) {
            first = last;
        }
        return logged.add(kind);
    }

    /** The regular search for lanes of dead nodes has succeeded. */
    @Override
    public synchronized void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.RAN_DETECT_DEAD
                && !logged.isEmpty()
                && nanoTime.getAsLong() - last > QUIET.toNanos()) {
            logged.clear();
            LOG.log(
                    Level.INFO,
                    "The database can be used again, after failures for {0} s",
                    String.valueOf(Duration.ofNanos(last - first).toSeconds()));
        }
    }

    /** Pools wrap the driver's failure without its state. */
    private static String stateOfDriver(List<Throwable> causes) {
        return causes.stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), "none"))
                .reduce("none", (outer, inner) -> inner);
    }

    private static String describe(Throwable cause) {
        return cause instanceof IOException
                ? cause.toString()
                : cause.getClass().getName();
    }
}
