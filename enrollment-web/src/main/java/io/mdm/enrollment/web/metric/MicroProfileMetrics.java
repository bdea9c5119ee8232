package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.web.metric.MetricMetadata.Unit;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** MicroProfile Metrics: {@code /metrics} of the server. */
final class MicroProfileMetrics implements MetricOutlet {
    private final MetricRegistry registry;

    MicroProfileMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** The server's registry of the application. */
    static MetricOutlet of(Instance<Object> beans) {
        return new MicroProfileMetrics(
                beans.select(MetricRegistry.class, Default.Literal.INSTANCE).get());
    }

    @Override
    public Counter counter(MetricMetadata metric) {
        return registry.counter(metadata(metric))::inc;
    }

    @Override
    public Counter counter(MetricMetadata metric, String label, String value) {
        return registry.counter(metadata(metric), new Tag(label, value))::inc;
    }

    @Override
    public void gauge(MetricMetadata metric, DoubleSupplier value) {
        registry.gauge(metadata(metric), value, DoubleSupplier::getAsDouble);
    }

    @Override
    public Consumer<Duration> histogram(MetricMetadata metric) {
        return Histogram.registered(registry, metric.name() + "_seconds", metric.description())::add;
    }

    private static Metadata metadata(MetricMetadata metric) {
        return Metadata.builder()
                .withName(metric.name())
                .withDescription(metric.description())
                .withUnit(metric.unit() == Unit.SECONDS ? MetricUnits.SECONDS : MetricUnits.NONE)
                .build();
    }
}
