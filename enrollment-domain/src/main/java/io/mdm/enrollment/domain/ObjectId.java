package io.mdm.enrollment.domain;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Generator of ids in the layout that the MDM server's web UI knows: 24 hexadecimal digits for four bytes of seconds
 * since the epoch, five bytes that differ from process to process, and a counter of three bytes. Ids of one process
 * grow with time, so that rows stand in their index in the order in which they were written.
 */
public final class ObjectId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long PROCESS = RANDOM.nextLong() & 0xFF_FFFF_FFFFL;
    private static final AtomicInteger COUNTER = new AtomicInteger(RANDOM.nextInt(0x80_0000));

    private ObjectId() {}

    public static String next(Instant now) {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(12)
                        .putInt((int) now.getEpochSecond())
                        .putLong((PROCESS << 24) | (COUNTER.getAndIncrement() & 0xFF_FFFFL))
                        .array());
    }
}
