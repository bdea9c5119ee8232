package io.mdm.enrollment.web.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Body that has to arrive at 64 KiB a second on average, apart from its first 10 s. A sender of single bytes never
 * exceeds the server's time for one read, and would occupy a thread as long as it likes.
 */
public final class PacedBody extends FilterInputStream {
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 65_536;

    private final LongSupplier nanoTime;
    private final long beganAt;
    private long received;

    public PacedBody(InputStream body) {
        this(body, System::nanoTime);
    }

    PacedBody(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
        this.beganAt = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        requirePace(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        requirePace(Math.max(count, 0));
        return count;
    }

    private void requirePace(int more) throws SocketTimeoutException {
        received += more;
        if (nanoTime.getAsLong() - beganAt > START_NANOS + received * NANOS_PER_BYTE) {
            throw new SocketTimeoutException("the body arrives too slowly");
        }
    }
}
