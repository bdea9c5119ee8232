package io.mdm.enrollment.web.body;

import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Body that has to arrive at 64 KiB a second on average, apart from its first 10 s. A sender of single bytes never
 * exceeds the server's time for one read, and would occupy a thread as long as it likes.
 */
public final class PacedBody extends CountedBody {
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 65_536;

    private final LongSupplier nanoTime;
    private final long beganAt;

    public PacedBody(InputStream body) {
        this(body, System::nanoTime);
    }

    PacedBody(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
        this.beganAt = nanoTime.getAsLong();
    }

    @Override
    protected void received(long bytes) throws SocketTimeoutException {
        if (nanoTime.getAsLong() - beganAt > START_NANOS + bytes * NANOS_PER_BYTE) {
            throw new SocketTimeoutException("the body arrives too slowly");
        }
    }
}
