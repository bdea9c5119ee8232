package io.mdm.enrollment.web.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rule of a value in a body: what is accepted, and what it means.
 *
 * @param <T> what an accepted value means
 */
@FunctionalInterface
public interface ValueRule<T> {

    /** Reads the value at hand. A refused value is noted and replaced by a harmless one, which may be null. */
    @Nullable
    T read(ValueReader value);

    /** The rule of arrays, given that of their items. */
    static <T> ValueRule<List<T>> listOf(ValueRule<T> items) {
        return value -> {
            List<T> list = new ArrayList<>();
            value.array(() -> list.add(Objects.requireNonNull(items.read(value))));
            return list;
        };
    }
}
