package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Array;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chunks of long lists for the database: one huge {@code unnest} takes more time than several of the same total length.
 */
final class Chunks {
    private static final int SIZE = 1_000;

    private Chunks() {}

    static <T> void of(List<T> rows, Consumer<List<T>> write) {
        for (int from = 0; from < rows.size(); from += SIZE) {
            write.accept(rows.subList(from, Math.min(rows.size(), from + SIZE)));
        }
    }

    static <T> Array strings(List<T> rows, Function<T, @Nullable String> value) {
        return new Array("text", rows.stream().map(value).toArray(String[]::new));
    }

    static <T> Array integers(List<T> rows, Function<T, Integer> value) {
        return new Array("integer", rows.stream().map(value).toArray(Integer[]::new));
    }

    static <T> Array longs(List<T> rows, Function<T, @Nullable Long> value) {
        return new Array("bigint", rows.stream().map(value).toArray(Long[]::new));
    }

    static <T> Array bytes(List<T> rows, Function<T, byte[]> value) {
        return new Array("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }
}
