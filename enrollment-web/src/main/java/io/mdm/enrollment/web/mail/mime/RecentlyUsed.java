package io.mdm.enrollment.web.mail.mime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Cache of the values whose keys were asked for last. Any number of threads may ask. */
final class RecentlyUsed<K, V> {
    private final Function<K, V> maker;
    private final Map<K, V> made;

    /** @param capacity number of values kept */
    RecentlyUsed(int capacity, Function<K, V> maker) {
        this.maker = maker;
        this.made = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Makes a missing value outside the lock: to make it twice costs less than to wait for another thread's. */
    V of(K key) {
        V known;
        synchronized (made) {
            known = made.get(key);
        }
        if (known != null) {
            return known;
        }
        var value = maker.apply(key);
        synchronized (made) {
            made.put(key, value);
        }
        return value;
    }
}
