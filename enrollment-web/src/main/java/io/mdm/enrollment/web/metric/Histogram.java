package io.mdm.enrollment.web.metric;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Prometheus histogram of durations, built from gauges that only grow: its buckets can be added up over nodes and have
 * a rate. Histograms of servers cannot: Payara 6 fills their buckets from a sample of 1 028.
 */
final class Histogram {
    /** Upper bounds of its buckets, in seconds. */
    static final List<Double> BOUNDS = List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0);

    private final NavigableMap<Double, LongAdder> upTo = new TreeMap<>();
    private final LongAdder count = new LongAdder();
    private final DoubleAdder sum = new DoubleAdder();

    private Histogram() {
        BOUNDS.forEach(bound -> upTo.put(bound, new LongAdder()));
    }

    /** @param name without its parts, such as {@code _bucket} */
    static Histogram registered(MetricRegistry registry, String name, String description) {
        var histogram = new Histogram();
        var bucket = described(name + "_bucket", description);
        histogram.upTo.forEach(
                (bound, adder) -> registry.gauge(bucket, adder, LongAdder::sum, new Tag("le", bound.toString())));
        registry.gauge(bucket, histogram.count, LongAdder::sum, new Tag("le", "+Inf"));
        registry.gauge(described(name + "_count", description), histogram.count, LongAdder::sum);
        registry.gauge(described(name + "_sum", description), histogram.sum, DoubleAdder::sum);
        return histogram;
    }

    /** Counts larger buckets first, so that a concurrent reader never sees more below a bound than in total. */
    void add(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        sum.add(seconds);
        count.increment();
        upTo.tailMap(seconds, true).descendingMap().values().forEach(LongAdder::increment);
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
