package io.mdm.enrollment.web.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rule of a value in a request body: what is accepted, and what it becomes.
 *
 * @param <T> type of an accepted value
 */
@FunctionalInterface
public interface ValueRule<T> {

    /** Reads the current value. A refused one is noted and replaced by a harmless one, which may be null. */
    @Nullable
    T read(ValueReader value);

    /**
     * Rule of an array whose items all follow one rule. Items beyond the limit are checked, not kept.
     *
     * @param maxItems maximum number of items
     */
    static <T> ValueRule<List<T>> listOf(int maxItems, ValueRule<T> items) {
        return value -> {
            List<T> list = new ArrayList<>();
            int count = value.array(() -> {
                T item = Objects.requireNonNull(items.read(value));
                if (list.size() < maxItems) {
                    list.add(item);
                }
            });
            if (count > maxItems) {
                value.json()
                        .refuse(
                                ErrorType.ARRAY_MAX,
                                "must have at most " + maxItems + " items",
                                ErrorContext.limit(maxItems));
            }
            return list;
        };
    }
}
