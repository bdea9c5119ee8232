package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.spi.DatabaseFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Log of db-scheduler, without failures of the database. It logs each with a stack trace, every second while the
 * database is unreachable; {@link DatabaseOutage} logs them once. Only what the module's own scheduler logs is left
 * out: a host that embeds the module may have another one, with the same loggers.
 */
final class SchedulerLog implements Filter, AutoCloseable {
    /** Whether the thread works for the module's scheduler. */
    private static final ThreadLocal<Boolean> OWN = ThreadLocal.withInitial(() -> false);

    /**
     * The classes that log what their statements throw. Held, because the log manager forgets loggers that nobody
     * holds.
     */
    private final List<Logger> loggers = Stream.of(
                    "RunUntilShutdown", "RunAndLogErrors", "Scheduler", "ExecutePicked", "jdbc.JdbcTaskRepository")
            .map("com.github.kagkarlsson.scheduler."::concat)
            .map(Logger::getLogger)
            .toList();

    private final DatabaseOutage outage;

    SchedulerLog(DatabaseOutage outage) {
        this.outage = outage;
    }

    /** The same executor, whose tasks are those of the module's scheduler. */
    Executor markingTasks(Executor shared) {
        return task -> shared.execute(marked(task));
    }

    /** The same threads, those of the module's scheduler. */
    ThreadFactory markingThreads(ThreadFactory threads) {
        return work -> threads.newThread(marked(work));
    }

    private Runnable marked(Runnable work) {
        return () -> {
            OWN.set(true);
            try {
                work.run();
            } finally {
                OWN.remove();
            }
        };
    }

    void open() {
        loggers.forEach(logger -> logger.setFilter(this));
    }

    /** The loggers outlive the module, which a server may deploy again. */
    @Override
    public void close() {
        loggers.forEach(logger -> logger.setFilter(null));
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        var thrown = entry.getThrown();
        return thrown == null
                || !OWN.get()
                || DatabaseFailure.causes(thrown).stream().noneMatch(SQLException.class::isInstance)
                || outage.failed(thrown);
    }
}
