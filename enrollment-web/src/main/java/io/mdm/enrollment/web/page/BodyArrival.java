package io.mdm.enrollment.web.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Arrival of a body for which no thread waits: anybody may send half a form, over as many connections as he likes. The
 * request is dispatched again when the body is there, is too long, or has not come in time.
 */
final class BodyArrival implements ReadListener, AsyncListener {
    private static final String ATTRIBUTE = BodyArrival.class.getName();
    private static final long PATIENCE_MILLIS = 10_000;

    private final AsyncContext request;
    private final ServletInputStream body;
    private final int length;
    private final int maxBytes;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean complete;

    /** @param length of the whole body; negative if the headers do not say */
    private BodyArrival(AsyncContext request, ServletInputStream body, int length, int maxBytes) {
        this.request = request;
        this.body = body;
        this.length = length;
        this.maxBytes = maxBytes;
    }

    /** Whether the request has been dispatched again. */
    static boolean isOver(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /**
     * Whether all of the body has arrived already, as small ones have. Payara may dispatch a request twice that is
     * dispatched before its first thread has left it.
     */
    static boolean isThere(HttpServletRequest request) throws IOException {
        int length = request.getContentLength();
        return length >= 0 && request.getInputStream().available() >= length;
    }

    /** Lets the body arrive. The caller has to return. */
    static void await(HttpServletRequest request, int maxBytes) throws IOException {
        var context = request.startAsync();
        context.setTimeout(PATIENCE_MILLIS);
        var arrival = new BodyArrival(context, request.getInputStream(), request.getContentLength(), maxBytes);
        request.setAttribute(ATTRIBUTE, arrival);
        context.addListener(arrival);
        arrival.body.setReadListener(arrival);
    }

    /**
     * The body, or if it is too long, more of it than the maximum.
     *
     * @throws IOException if it did not arrive
     */
    static byte[] bytes(HttpServletRequest request) throws IOException {
        var arrival = (BodyArrival) request.getAttribute(ATTRIBUTE);
        if (!arrival.complete) {
            throw new IOException("the body did not arrive");
        }
        return arrival.received.toByteArray();
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        var part = new byte[maxBytes];
        while (!over.get() && body.isReady()) {
            int count = body.read(part);
            if (count < 0) {
                return; // onAllDataRead follows
            }
            received.write(part, 0, count);
            if (received.size() > maxBytes) {
                end(true);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(true);
    }

    @Override
    public void onError(Throwable broken) {
        end(false);
    }

    /** Payara now and then does not tell of a body that arrives while the first thread leaves. */
    @Override
    public void onTimeout(AsyncEvent late) throws IOException {
        try {
            onDataAvailable();
        } finally {
            end(isWhole());
        }
    }

    private boolean isWhole() {
        return length < 0 ? body.isFinished() : received.size() >= length;
    }

    @Override
    public void onError(AsyncEvent failed) {
        end(false);
    }

    @Override
    public void onComplete(AsyncEvent answered) {}

    @Override
    public void onStartAsync(AsyncEvent again) {}

    private void end(boolean arrived) {
        if (over.compareAndSet(false, true)) {
            complete = arrived;
            request.dispatch();
        }
    }
}
