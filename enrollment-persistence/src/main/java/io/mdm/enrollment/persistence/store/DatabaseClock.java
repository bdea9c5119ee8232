package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.TracedLogger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Clock of the module: the time of the database, so that all nodes agree on what has expired, what is due and whose
 * heartbeat is late, whatever their own clocks show. Between two samples time passes as the platform's timer measures
 * it.
 */
@ApplicationScoped
public class DatabaseClock implements ModuleClock {
    private static final Logger LOG = TracedLogger.of(DatabaseClock.class);
    private static final Duration SAMPLED_EVERY = Duration.ofSeconds(10);
    private static final Duration MAX_ROUND_TRIP = Duration.ofSeconds(1);

    /** A machine that was suspended: its timer stood still, its clock did not. */
    private static final Duration MAX_DRIFT = Duration.ofSeconds(1);

    private final EnrollmentDatabase database;
    private final InstantSource node;
    private final LongSupplier nanoTime;
    private volatile Sample sample;

    /**
     * A moment, on three clocks.
     *
     * @param node that of this machine
     * @param nanos its timer
     */
    private record Sample(Instant database, Instant node, long nanos) {

        Duration age(long now) {
            return Duration.ofNanos(now - nanos);
        }
    }

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    DatabaseClock() {
        this(null);
    }

    @Inject
    public DatabaseClock(EnrollmentDatabase database) {
        this(database, InstantSource.system(), System::nanoTime);
    }

    DatabaseClock(EnrollmentDatabase database, InstantSource node, LongSupplier nanoTime) {
        this.database = database;
        this.node = node;
        this.nanoTime = nanoTime;
        var start = node.instant();
        this.sample = new Sample(start, start, nanoTime.getAsLong());
    }

    @Override
    public Instant instant() {
        var last = sample;
        return last.database().plus(last.age(nanoTime.getAsLong())).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far the clock of this machine was ahead of the database's at the last sample. */
    public Duration offset() {
        var last = sample;
        return Duration.between(last.database(), last.node());
    }

    /** Takes a new sample if the last one is old, or the machine was suspended. Asked by one thread, every second. */
    public void follow() {
        var last = sample;
        var age = last.age(nanoTime.getAsLong());
        var drift = Duration.between(last.node().plus(age), node.instant());
        if (age.compareTo(SAMPLED_EVERY) >= 0 || drift.abs().compareTo(MAX_DRIFT) > 0) {
            measure();
        }
    }

    /** Takes a sample. One that took long is dropped, because it may belong to any moment of that time. */
    public void measure() {
        try {
            long before = nanoTime.getAsLong();
            var there = database.query("select clock_timestamp()", row -> InstantConverter.instant(row, 1))
                    .get(0)
                    .orElseThrow();
            long after = nanoTime.getAsLong();
            if (after - before <= MAX_ROUND_TRIP.toNanos()) {
                sample = new Sample(there, node.instant(), before + (after - before) / 2);
            }
        } catch (SqlFailure unavailable) {
            LOG.log(
                    Level.DEBUG,
                    "The clock of the database cannot be read, the last sample stays: {0}",
                    unavailable.getMessage());
        }
    }
}
