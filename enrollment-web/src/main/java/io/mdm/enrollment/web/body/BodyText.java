package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Characters of a body: strict UTF-8 (RFC 3629) without its byte order mark, of limited length.
 *
 * <p>Everything before a broken or surplus byte is handed out before that byte is refused, so that errors keep their
 * order.
 */
final class BodyText extends Reader {
    private static final int BUFFER = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream body;
    private final RequestErrors errors;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private long bytesLeft;
    private long handedOut;
    private boolean ended;
    private @Nullable Supplier<RuntimeException> failure;

    /** @param maxBytes maximum size of the body, byte order mark included */
    BodyText(InputStream body, long maxBytes, RequestErrors errors) {
        this.body = body;
        this.bytesLeft = maxBytes;
        this.errors = errors;
        if (available() && chars.get(chars.position()) == BYTE_ORDER_MARK) {
            chars.get();
        }
    }

    /** Whether the body has no characters. */
    boolean isEmpty() {
        return !available() && failure == null;
    }

    /**
     * Hands out at most as much as all calls before: parsers copy a long string for every part they receive, so small
     * parts would cost quadratic time, and their targets may be much larger than the text.
     *
     * @throws RequestException of {@link HttpProblem#BODY_TOO_LARGE}, or because the body is not UTF-8
     * @throws UncheckedIOException if the stream breaks
     */
    @Override
    public int read(char[] target, int offset, int length) {
        int limit = (int) Math.min(length, Math.max(BUFFER, handedOut));
        int count = 0;
        while (count < limit && available()) {
            int part = Math.min(limit - count, chars.remaining());
            chars.get(target, offset + count, part);
            count += part;
        }
        if (count == 0 && failure != null) {
            throw failure.get();
        }
        handedOut += count;
        return count == 0 ? -1 : count;
    }

    /** Leaves the stream open; its owner closes it. */
    @Override
    public void close() {}

    private boolean available() {
        while (!chars.hasRemaining() && failure == null && (bytes.hasRemaining() || !ended)) {
            decode();
        }
        return chars.hasRemaining();
    }

    private void decode() {
        CoderResult result = decoder.decode(bytes, chars.clear(), ended);
        chars.flip();
        if (chars.hasRemaining()) {
            return;
        }
        if (result.isError()) {
            failure = () -> errors.last(ErrorType.JSON_ENCODING, "must be UTF-8");
        } else {
            fill();
        }
    }

    private void fill() {
        bytes.compact();
        try {
            int count = receive();
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0));
        } catch (IOException e) {
            failure = () -> new UncheckedIOException(e);
        }
        bytes.flip();
    }

    private int receive() throws IOException {
        if (bytesLeft > 0) {
            int count = body.read(bytes.array(), bytes.position(), (int) Math.min(bytes.remaining(), bytesLeft));
            bytesLeft -= Math.max(count, 0);
            return count;
        }
        if (body.read() >= 0) {
            failure = () -> new RequestException(HttpProblem.BODY_TOO_LARGE);
        }
        return -1;
    }
}
