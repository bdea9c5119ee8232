package io.mdm.enrollment.api.http;

import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Items of an answer, made one by one while it is written. */
final class Items {
    private Items() {}

    static <T, I> Iterable<I> of(Iterable<T> values, Function<T, I> item) {
        return () -> StreamSupport.stream(values.spliterator(), false).map(item).iterator();
    }
}
