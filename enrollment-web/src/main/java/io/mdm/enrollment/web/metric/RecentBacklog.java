package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.spi.InvitationBacklog;
import io.mdm.enrollment.api.spi.InvitationBacklog.Backlog;
import io.mdm.enrollment.api.spi.TracedLogger;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Backlog cached for some seconds, however often it is scraped: measuring takes at most a fiftieth of the time, so that
 * a long backlog is counted less often. A failure, which may have waited a minute for the database, is not followed by
 * a longer pause, and of several in a row only the first is a warning.
 */
final class RecentBacklog {
    private static final Duration MIN_AGE = Duration.ofSeconds(5);
    private static final int SHARE = 50;
    private static final Logger LOG = TracedLogger.of(RecentBacklog.class);

    private final InvitationBacklog source;
    private final LongSupplier nanoTime;
    private Optional<Backlog> measured = Optional.empty();
    private boolean failing;
    private long measureAt;

    RecentBacklog(InvitationBacklog source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.measureAt = nanoTime.getAsLong();
    }

    /** Empty if the last measurement failed. */
    synchronized Optional<Backlog> value() {
        long begun = nanoTime.getAsLong();
        if (begun - measureAt >= 0) {
            measured = measure();
            long ended = nanoTime.getAsLong();
            long pause = failing ? 0 : SHARE * (ended - begun);
            measureAt = ended + Math.max(MIN_AGE.toNanos(), pause);
        }
        return measured;
    }

    private Optional<Backlog> measure() {
        try {
            var counted = Optional.of(source.measure());
            failing = false;
            return counted;
        } catch (RuntimeException unavailable) {
            LOG.log(
                    failing ? Level.DEBUG : Level.WARNING,
                    "Waiting invitations cannot be counted: {0}",
                    unavailable.getClass().getName());
            failing = true;
            return Optional.empty();
        }
    }
}
