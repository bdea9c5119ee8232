package io.mdm.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.ObjectIdFormat;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdTest {
    @Test
    void it_begins_with_the_second() {
        var id = ObjectId.next(Instant.parse("2026-02-13T10:20:30.999Z"));

        assertThat(id).hasSize(24).matches("[0-9a-f]+");
        assertThat(HexFormat.fromHexDigitsToLong(id, 0, 8))
                .isEqualTo(Instant.parse("2026-02-13T10:20:30Z").getEpochSecond());
    }

    @Test
    void it_still_can_after_2038() {
        assertThat(ObjectId.next(Instant.parse("2100-01-01T00:00:00Z"))).startsWith("f48657");
    }

    @Test
    void those_of_one_instant_differ_and_grow() {
        var ids = IntStream.range(0, 100_000)
                .mapToObj(i -> ObjectId.next(Examples.NOW))
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void those_of_many_threads_differ() {
        var ids = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> ObjectId.next(Examples.NOW))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"698efa6ed851667d9c0aec88", "698EFA6ED851667D9C0AEC88", "000000000000000000000000"})
    void ids_are_ids(String text) {
        assertThat(ObjectIdFormat.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "698efa6ed851667d9c0aec8",
                "698efa6ed851667d9c0aec880",
                "698efa6ed851667d9c0aec8g",
                "698efa6ed851667d9c0aec88\n",
                " 98efa6ed851667d9c0aec88",
                "٦98efa6ed851667d9c0aec88"
            })
    void other_texts_are_not(String text) {
        assertThat(ObjectIdFormat.matches(text)).isFalse();
    }
}
