package io.mdm.enrollment.web.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Body whose bytes are counted while it is read. */
public abstract class CountedBody extends FilterInputStream {
    private long received;

    protected CountedBody(InputStream body) {
        super(body);
    }

    /**
     * Called after each read, also at the end of the body.
     *
     * @param bytes received so far
     * @throws IOException if the body is not to be read any further
     */
    protected abstract void received(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int more) throws IOException {
        received += more;
        received(received);
    }
}
