package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.bulk.Reading.DEFAULTS;
import static io.mdm.enrollment.web.bulk.Reading.accepted;
import static io.mdm.enrollment.web.bulk.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, a request comes out, or a refusal; nothing else. */
class BulkSchemaRobustnessTest {
    private static final int MUTATIONS = 1000;
    private static final byte[] GOOD = """
            {"type":"object","children":{"sendEmail":"TRUE","displayName":"Añ\\u00e9 \uD83D\uDE00","tags":["","b\\/"],
            "duration":" 8.64e4 ","language":"es","emailText":"a\\r\\n\\tb","winPolicyId":"698efa6ed851667d9c0aec8a",
            "winPolicyAssignments":[{"winPolicyId":"698EFA6ED851667D9C0AEC8B","priority":1},{"priority":"2"}],
            "segmentId":-9007199254740991},"userEmails":["ana@acme.example","\\ud83d\\ude00@acme.example"]}""".getBytes(StandardCharsets.UTF_8);
    private static final String[] SPLINTERS = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\\u0000",
        "\\ud800",
        "\uFEFF",
        "\u0000",
        "null",
        "-",
        "1e999999999",
        "0.1",
        "NaN",
        "[[[[[[[[[[[[[[[[[",
        "\"sendEmail\":true,",
        "{\"a\":1,\"a\":1}",
        "\"children\":{",
        "/**/",
        "\n"
    };

    static IntStream lengths() {
        return IntStream.range(0, GOOD.length);
    }

    @Test
    void a_good_body_is_read() {
        assertThat(accepted(GOOD).addresses()).containsExactly("ana@acme.example", "\uD83D\uDE00@acme.example");
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void a_body_cut_short_is_refused(int length) {
        assertThat(refusal(Arrays.copyOf(GOOD, length)).errors()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void a_broken_byte_is_refused_wherever_it_is(int index) {
        byte[] body = GOOD.clone();
        body[index] = (byte) 0xFF;
        assertThat(refusal(body).errors()).extracting(RequestError::type).contains("json.encoding");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_mutated_body_is_read_or_refused(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = mutated(random);
            try {
                assertThat(accepted(body)).isNotNull();
            } catch (RequestRefused e) {
                assertThat(e.errors())
                        .isNotEmpty()
                        .noneMatch(error -> error.path().size() > 16);
                refused++;
            } catch (RequestException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError(new String(body, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(refused).isBetween(1, MUTATIONS - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void it_does_not_matter_in_which_pieces_a_body_arrives(int piece) {
        String address = "\"a\uD83D\uDE00é€@acme.example\",";
        String body = "{\"sendEmail\":true,\"userEmails\":[" + address.repeat(3000) + "\"\"]}";
        var pieces = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }
        };
        assertThat(Reading.under(DEFAULTS).read(pieces)).isEqualTo(accepted(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void a_broken_stream_is_no_fault_of_the_body(int length) {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("connection lost");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        var body = new SequenceInputStream(new ByteArrayInputStream(GOOD, 0, length), broken);
        assertThatThrownBy(() -> Reading.under(DEFAULTS).read(body))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(EOFException.class);
    }

    @Test
    void leaves_the_stream_open() {
        var closed = new AtomicBoolean();
        var body = new ByteArrayInputStream(GOOD) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        Reading.under(DEFAULTS).read(body);
        assertThat(closed).isFalse();
    }

    private static byte[] mutated(Random random) {
        StringBuilder body = new StringBuilder(new String(GOOD, StandardCharsets.ISO_8859_1));
        for (int cuts = random.nextInt(3); cuts >= 0; cuts--) {
            int from = random.nextInt(body.length());
            int to = Math.min(body.length(), from + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> body.delete(from, to);
                case 1 -> body.insert(from, body.substring(random.nextInt(body.length())));
                case 2 -> body.setCharAt(from, (char) random.nextInt(256));
                case 3 -> body.insert(from, splinter(random));
                default -> body.replace(from, to, splinter(random));
            }
        }
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String splinter(Random random) {
        byte[] splinter = SPLINTERS[random.nextInt(SPLINTERS.length)].getBytes(StandardCharsets.UTF_8);
        return new String(splinter, StandardCharsets.ISO_8859_1);
    }
}
