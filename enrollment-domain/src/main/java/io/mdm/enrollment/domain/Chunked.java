package io.mdm.enrollment.domain;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values that are read in chunks while they are iterated, so that a long list is never in memory as a whole, and no
 * transaction stays open for a slow reader. The first chunk is read at once, so that most failures come before anything
 * is written.
 */
public final class Chunked<K, V> implements Iterable<V> {
    /** Keys per chunk: few enough for settings of 20 kB each, enough to make up for the transaction. */
    public static final int SIZE = 200;

    private final List<K> keys;
    private final Function<List<K>, List<V>> reader;
    private final List<V> first;

    private Chunked(List<K> keys, Function<List<K>, List<V>> reader) {
        this.keys = keys;
        this.reader = reader;
        this.first = chunk(0);
    }

    /** @param reader gives the values of at most {@value #SIZE} keys, in order; keys may have none */
    public static <K, V> Iterable<V> of(List<K> keys, Function<List<K>, List<V>> reader) {
        return new Chunked<>(keys, reader);
    }

    @Override
    public Iterator<V> iterator() {
        var others = IntStream.iterate(SIZE, from -> from < keys.size(), from -> from + SIZE)
                .mapToObj(this::chunk)
                .flatMap(List::stream);
        return Stream.concat(first.stream(), others).iterator();
    }

    private List<V> chunk(int from) {
        return reader.apply(keys.subList(from, Math.min(keys.size(), from + SIZE)));
    }
}
