package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Outage of the database as the scheduler meets it, which then fails every second: logged once when it begins, and once
 * when it is over; other failures meanwhile, once for each class of SQL states. Messages are left out: they may quote
 * rows, which contain addresses.
 */
final class DatabaseOutage extends AbstractSchedulerListener {
    /** Longer than between two looks for due lanes, so that a search that succeeds between two failures ends nothing. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /**
     * Classes of SQL states, of which one outage may show several: no connection, insufficient resources, operator
     * intervention (PostgreSQL, appendix A); none if the pool has no free connection.
     */
    private static final Set<String> UNAVAILABLE = Set.of("", "08", "53", "57");

    private static final Logger LOG = System.getLogger(DatabaseOutage.class.getName());

    private final LongSupplier nanoTime;
    private final Set<String> logged = new HashSet<>();
    private long first;
    private long last;

    DatabaseOutage(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @return whether the failure needs a stack trace: the first of its class, and more than an unavailable database */
    synchronized boolean failed(SQLException failure) {
        last = nanoTime.getAsLong();
        if (logged.isEmpty()) {
            first = last;
        }
        var sql = failure;
        Throwable root = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            sql = cause instanceof SQLException deeper ? deeper : sql;
        }
        var state = Objects.requireNonNullElse(sql.getSQLState(), "");
        var stateClass = state.substring(0, Math.min(2, state.length()));
        boolean unavailable = UNAVAILABLE.contains(stateClass);
        boolean news = logged.add(unavailable ? "" : stateClass);
        if (news) {
            LOG.log(
                    Level.WARNING,
                    "The database cannot be used, mail waits: SQLState {0}, {1}",
                    state,
                    root instanceof IOException ? root : root.getClass().getName());
        }
        return news && !unavailable;
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
                    Duration.ofNanos(last - first).toSeconds());
        }
    }
}
