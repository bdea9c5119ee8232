package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
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

/**
 * The characters of a body: strict UTF-8 (RFC 3629) without its byte order mark, of limited length.
 *
 * <p>Everything before a broken or surplus byte is handed out before that byte is refused, so that errors keep their order.
 */
final class BodyText extends Reader {
    private static final int BUFFER = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream body;
    private final BodyErrors errors;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private long bytesLeft;
    private boolean ended;

    /** @param mostBytes how many bytes the body may have, a byte order mark included */
    BodyText(InputStream body, long mostBytes, BodyErrors errors) {
        this.body = body;
        this.bytesLeft = mostBytes;
        this.errors = errors;
        if (available() && chars.get(chars.position()) == BYTE_ORDER_MARK) {
            chars.get();
        }
    }

    /** Whether nothing is left to read. */
    boolean isEmpty() {
        return !available();
    }

    /**
     * @throws EnrollmentException of {@link EnrollmentProblem#BODY_TOO_LARGE}, or because the body is not UTF-8
     * @throws UncheckedIOException if the stream breaks
     */
    @Override
    public int read(char[] target, int offset, int length) {
        if (!available()) {
            return -1;
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** Leaves the stream open: whoever opened it closes it. */
    @Override
    public void close() {}

    private boolean available() {
        while (!chars.hasRemaining() && !(ended && !bytes.hasRemaining())) {
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
            throw errors.last(ErrorType.JSON_ENCODING, "must be UTF-8");
        }
        fill();
    }

    private void fill() {
        bytes.compact();
        int count = receive();
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
            bytesLeft -= count;
        }
        bytes.flip();
    }

    private int receive() {
        try {
            if (bytesLeft > 0) {
                return body.read(bytes.array(), bytes.position(), (int) Math.min(bytes.remaining(), bytesLeft));
            }
            if (body.read() >= 0) {
                throw new EnrollmentException(EnrollmentProblem.BODY_TOO_LARGE);
            }
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
