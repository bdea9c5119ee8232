package io.mdm.enrollment.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.BulkCounts;
import io.mdm.enrollment.api.http.Paging;
import io.mdm.enrollment.api.http.TokenListBody;
import io.mdm.enrollment.api.mail.MailState;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonAnswerWriterTest {
    public record Everything(
            @Nullable String absent,
            List<Integer> numbers,
            MailState state,
            Instant at,
            Duration time,
            boolean truth,
            long many) {}

    @Test
    void writes_the_published_example() {
        assertThat(written(new BulkCounts(10, 9, 1)))
                .isEqualTo("{\"status\":true,\"data\":{\"total\":10,\"success\":9,\"fail\":1}}");
    }

    @Test
    void writes_components_in_order_and_what_is_absent_as_null() {
        var everything = new Everything(
                null,
                List.of(1, 2),
                MailState.NOT_REQUESTED,
                Instant.parse("2026-11-23T10:00:00Z"),
                Duration.ofDays(1),
                true,
                1L << 53);

        assertThat(written(everything))
                .isEqualTo("{\"status\":true,\"data\":{\"absent\":null,\"numbers\":[1,2],\"state\":\"notRequested\","
                        + "\"at\":\"2026-11-23T10:00:00Z\",\"time\":86400,\"truth\":true,\"many\":9007199254740992}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0   | 1 | 20  | 0,"limit":20,"page":1,"totalPages":1,"hasPrevPage":false,"hasNextPage":false,"prevPage":null,"nextPage":null
            40  | 1 | 20  | 40,"limit":20,"page":1,"totalPages":2,"hasPrevPage":false,"hasNextPage":true,"prevPage":null,"nextPage":2
            41  | 2 | 20  | 41,"limit":20,"page":2,"totalPages":3,"hasPrevPage":true,"hasNextPage":true,"prevPage":1,"nextPage":3
            41  | 3 | 20  | 41,"limit":20,"page":3,"totalPages":3,"hasPrevPage":true,"hasNextPage":false,"prevPage":2,"nextPage":null
            41  | 9 | 20  | 41,"limit":20,"page":9,"totalPages":3,"hasPrevPage":true,"hasNextPage":false,"prevPage":8,"nextPage":null
            """)
    void writes_paging_among_the_members_of_the_list(int total, int page, int limit, String members) {
        assertThat(written(new TokenListBody(List.of(), Paging.of(total, page, limit))))
                .isEqualTo("{\"status\":true,\"data\":{\"items\":[],\"totalDocs\":" + members + "}}");
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
