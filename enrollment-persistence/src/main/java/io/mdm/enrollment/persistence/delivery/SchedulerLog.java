package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.spi.DatabaseFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Log of db-scheduler, without failures of the database. It logs each with a stack trace, every second while the
 * database is unreachable; {@link DatabaseOutage} logs them once.
 */
final class SchedulerLog implements Filter, AutoCloseable {
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
                || DatabaseFailure.causes(thrown).stream().noneMatch(SQLException.class::isInstance)
                || outage.failed(thrown);
    }
}
