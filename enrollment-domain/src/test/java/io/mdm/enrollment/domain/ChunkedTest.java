package io.mdm.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedTest {
    private final List<Integer> read = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Chunked.SIZE - 1, Chunked.SIZE, Chunked.SIZE + 1, 5 * Chunked.SIZE + 3})
    void all_values_come_in_order_however_often_they_are_iterated(int keys) {
        var values = values(keys);

        assertThat(values).containsExactlyElementsOf(Examples.upTo(keys));
        assertThat(values).containsExactlyElementsOf(Examples.upTo(keys));
    }

    @Test
    void the_first_chunk_is_read_at_once_and_each_other_one_when_it_is_needed() {
        var values = values(5 * Chunked.SIZE).iterator();
        assertThat(read).containsExactly(0);

        for (int taken = 0; taken < Chunked.SIZE; taken++) {
            values.next();
        }
        assertThat(read).containsExactly(0);

        values.next();
        assertThat(read).containsExactly(0, Chunked.SIZE);
    }

    @Test
    void keys_without_a_value_are_left_out() {
        var keys = Examples.upTo(3 * Chunked.SIZE);

        assertThat(Chunked.of(
                        keys,
                        chunk -> chunk.stream()
                                .filter(key -> key < 5 || key >= 2 * Chunked.SIZE)
                                .toList()))
                .hasSize(5 + Chunked.SIZE);
    }

    private Iterable<Integer> values(int keys) {
        return Chunked.of(IntStream.range(0, keys).boxed().toList(), chunk -> {
            if (!chunk.isEmpty()) {
                read.add(chunk.get(0));
            }
            return List.copyOf(chunk);
        });
    }
}
