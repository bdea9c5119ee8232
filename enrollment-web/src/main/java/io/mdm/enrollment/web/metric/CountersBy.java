package io.mdm.enrollment.web.metric;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** One counter per constant, registered at start: a counter that appears with its first event has no rate. */
final class CountersBy<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    private CountersBy(Map<E, Counter> counters) {
        this.counters = counters;
    }

    static <E extends Enum<E>> CountersBy<E> of(MetricRegistry registry, Metadata metric, String tag, Class<E> kind) {
        var counters = new EnumMap<E, Counter>(kind);
        for (var constant : kind.getEnumConstants()) {
            var value = constant.name().toLowerCase(Locale.ROOT);
            counters.put(constant, registry.counter(metric, new Tag(tag, value)));
        }
        return new CountersBy<>(counters);
    }

    void count(E constant) {
        Objects.requireNonNull(counters.get(constant)).inc();
    }
}
