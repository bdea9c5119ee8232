package io.mdm.enrollment.web.mail.smtp;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Time limit of one whole step with the relay. Restarted for every step; used by one thread. */
final class Deadline {
    private final LongSupplier nanoTime;
    private long patienceNanos;
    private long beganAt;

    Deadline(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void begin(Duration patience) {
        patienceNanos = patience.toNanos();
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
            throw new SocketTimeoutException("the step has taken too long");
        }
        return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }
}
