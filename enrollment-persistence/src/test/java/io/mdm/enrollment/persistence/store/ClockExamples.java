package io.mdm.enrollment.persistence.store;

import java.time.Duration;
import java.time.Instant;

/** Clocks of nodes. */
public final class ClockExamples {
    private ClockExamples() {}

    /** Of a node whose machine is ahead by so much. */
    public static DatabaseClock ahead(EnrollmentDatabase database, Duration difference) {
        return new DatabaseClock(database, () -> Instant.now().plus(difference), System::nanoTime);
    }
}
