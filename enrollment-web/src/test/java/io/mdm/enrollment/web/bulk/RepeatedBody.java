package io.mdm.enrollment.web.bulk;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A large body that exists nowhere: a part repeated until there are so many bytes, and counted as it is read. */
final class RepeatedBody extends InputStream {
    private final byte[] before;
    private final byte[] repeated;
    private final long size;
    private long position;

    RepeatedBody(String before, String repeated, long size) {
        this.before = before.getBytes(StandardCharsets.UTF_8);
        this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
        this.size = size;
    }

    long bytesRead() {
        return position;
    }

    @Override
    public int read() {
        return position == size ? -1 : at(position++);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = (int) Math.min(length, size - position);
        for (int i = 0; i < count; i++) {
            target[offset + i] = at(position++);
        }
        return count == 0 ? -1 : count;
    }

    /** Every byte is ASCII. */
    private byte at(long index) {
        return index < before.length
                ? before[(int) index]
                : repeated[(int) ((index - before.length) % repeated.length)];
    }
}
