package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A clock of the database that goes on only when it is told to. */
final class SteppedClock extends DatabaseClock {
    private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    SteppedClock(EnrollmentDatabase database) {
        super(database);
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    void measure() {
        // it is always right
    }
}
