package io.mdm.enrollment.web.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps what was made for the keys that were asked for last. Any number of threads may ask. */
final class RecentlyUsed<K, V> {
    private final Function<K, V> maker;
    private final Map<K, V> made;

    /** @param capacity how many are kept */
    RecentlyUsed(int capacity, Function<K, V> maker) {
        this.maker = maker;
        this.made = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Makes it outside the lock: that two threads make the same one costs less than that one waits for another's. */
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
