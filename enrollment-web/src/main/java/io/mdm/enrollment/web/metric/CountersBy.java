package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.web.metric.MetricOutlet.Counter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** One counter per constant, registered at start: a counter that appears with its first event has no rate. */
final class CountersBy<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    private CountersBy(Map<E, Counter> counters) {
        this.counters = counters;
    }

    static <E extends Enum<E>> CountersBy<E> of(
            MetricOutlet registry, MetricMetadata metric, String label, Class<E> kind) {
        var counters = new EnumMap<E, Counter>(kind);
        for (var constant : kind.getEnumConstants()) {
            counters.put(
                    constant, registry.counter(metric, label, constant.name().toLowerCase(Locale.ROOT)));
        }
        return new CountersBy<>(counters);
    }

    void count(E constant) {
        Objects.requireNonNull(counters.get(constant)).inc();
    }
}
