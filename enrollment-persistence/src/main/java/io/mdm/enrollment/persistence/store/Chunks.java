package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Array;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Long lists go to the database in chunks: one huge {@code unnest} takes more than its share of time. */
final class Chunks {
    private static final int SIZE = 1_000;

    private Chunks() {}

    static <T> void of(List<T> rows, Consumer<List<T>> write) {
        for (int from = 0; from < rows.size(); from += SIZE) {
            write.accept(rows.subList(from, Math.min(rows.size(), from + SIZE)));
        }
    }

    static <T> Array strings(List<T> rows, Function<T, String> value) {
        return column("text", rows, value);
    }

    static <T> Array integers(List<T> rows, Function<T, Integer> value) {
        return column("integer", rows, value);
    }

    static <T> Array column(String type, List<T> rows, Function<T, ?> value) {
        return new Array(type, rows.stream().map(value).toArray());
    }
}
