package io.mdm.enrollment.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacedBodyTest {
    private long nanos;

    @ParameterizedTest
    @CsvSource({
        "1,     9,     1", // whatever comes in the first ten seconds
        "65536, 1,     200", // 64 KiB a second, for as long as it takes
        "8192,  0.1,   2048"
    })
    void who_sends_steadily_may_take_long(int part, double seconds, int parts) throws IOException {
        var body = new PacedBody(sender(part, seconds), () -> nanos);

        for (int each = 0; each < parts; each++) {
            assertThat(body.read(new byte[part])).isEqualTo(part);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,     1,     11", // a byte now and then
        "1,     11,    1",
        "25000, 1,     17"
    })
    void who_is_too_slow_is_given_up(int part, double seconds, int parts) throws IOException {
        var body = new PacedBody(sender(part, seconds), () -> nanos);

        for (int each = 1; each < parts; each++) {
            assertThat(body.read(new byte[part])).isEqualTo(part);
        }
        assertThatThrownBy(() -> body.read(new byte[part])).isInstanceOf(SocketTimeoutException.class);
    }

    /** Sends parts of that many bytes, each after that many seconds. */
    private InputStream sender(int part, double seconds) {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                nanos += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
                return part;
            }
        };
    }
}
