package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.Clock;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SqlFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clock of the scheduler: the time of the database, so that all nodes agree on whose heartbeat is late: a node whose
 * own clock is ahead would take running lanes for dead ones and send them again.
 */
class DatabaseClock implements Clock {
    private static final Logger LOG = System.getLogger(DatabaseClock.class.getName());
    private static final long MEASURED_EVERY = Duration.ofSeconds(10).toNanos();

    private final AtomicLong measureAt = new AtomicLong(System.nanoTime());
    private final EnrollmentDatabase database;
    private final InstantSource node;
    private volatile Duration offset = Duration.ZERO;

    DatabaseClock(EnrollmentDatabase database) {
        this(database, InstantSource.system());
    }

    /** @param node the clock of this machine */
    DatabaseClock(EnrollmentDatabase database, InstantSource node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public Instant now() {
        long due = measureAt.get();
        long nanos = System.nanoTime();
        if (nanos - due >= 0 && measureAt.compareAndSet(due, nanos + MEASURED_EVERY)) {
            measure();
        }
        return atDatabase(node.instant());
    }

    /** What the database's clock shows when this node's shows that time. */
    Instant atDatabase(Instant here) {
        return here.plus(offset);
    }

    /** Needed before anybody else asks: whoever asks while another one measures is given the last offset. */
    void measure() {
        try {
            var before = node.instant();
            var there = database.query("select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                    .get(0)
                    .toInstant();
            var roundTrip = Duration.between(before, node.instant());
            offset = Duration.between(before.plus(roundTrip.dividedBy(2)), there);
        } catch (SqlFailure unavailable) {
            LOG.log(
                    Level.DEBUG,
                    "The clock of the database cannot be read, the last offset stays: {0}",
                    unavailable.getMessage());
        }
    }
}
