package io.mdm.enrollment.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.BulkCounts;
import io.mdm.enrollment.api.report.MailState;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonAnswerWriterTest {
    record Everything(
            @Nullable String absent, List<Integer> numbers, MailState state, Instant at, boolean truth, long many) {}

    @Test
    void writes_the_published_example() {
        assertThat(written(new BulkCounts(10, 9, 1)))
                .isEqualTo("{\"status\":true,\"data\":{\"total\":10,\"success\":9,\"fail\":1}}");
    }

    @Test
    void writes_components_in_order_and_what_is_absent_as_null() {
        var everything = new Everything(
                null, List.of(1, 2), MailState.NOT_REQUESTED, Instant.parse("2026-11-23T10:00:00Z"), true, 1L << 53);

        assertThat(written(everything))
                .isEqualTo("{\"status\":true,\"data\":{\"absent\":null,\"numbers\":[1,2],\"state\":\"notRequested\","
                        + "\"at\":\"2026-11-23T10:00:00Z\",\"truth\":true,\"many\":9007199254740992}}");
    }

    @Test
    void does_not_guess_how_to_write_what_it_does_not_know() {
        assertThatIllegalArgumentException().isThrownBy(() -> written(Locale.ROOT));
    }

    private static String written(Object data) {
        var out = new ByteArrayOutputStream();
        new JsonAnswerWriter()
                .writeTo(
                        Answer.of(data),
                        Answer.class,
                        Answer.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
