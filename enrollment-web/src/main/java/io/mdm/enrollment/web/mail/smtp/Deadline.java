package io.mdm.enrollment.web.mail.smtp;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time limit of one whole exchange with the relay, because a relay that sends a byte now and then never exceeds the
 * time for a single read. Restarted for every exchange; used by one thread.
 */
final class Deadline {
    private final long patienceNanos;
    private final LongSupplier nanoTime;
    private long beganAt;

    Deadline(Duration patience, LongSupplier nanoTime) {
        this.patienceNanos = patience.toNanos();
        this.nanoTime = nanoTime;
        begin();
    }

    void begin() {
        beganAt = nanoTime.getAsLong();
    }

    /**
     * Time left, from 1.
     *
     * @throws SocketTimeoutException when none is left
     */
    int millisLeft() throws SocketTimeoutException {
        long left = patienceNanos - (nanoTime.getAsLong() - beganAt);
        if (left <= 0) {
            throw new SocketTimeoutException("the exchange has taken too long");
        }
        return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }
}
