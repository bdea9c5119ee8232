package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.web.metric.MetricMetadata.Unit;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** OpenTelemetry: metrics that the server exports. */
final class OpenTelemetryMetrics implements MetricOutlet {
    private final Meter meter;

    OpenTelemetryMetrics(OpenTelemetry telemetry) {
        this.meter = telemetry.getMeter("io.mdm.enrollment");
    }

    /** By the server's bean; without one, none. */
    static MetricOutlet of(Instance<Object> beans) {
        var telemetry = beans.select(OpenTelemetry.class);
        return telemetry.isResolvable() ? new OpenTelemetryMetrics(telemetry.get()) : new NoMetrics();
    }

    @Override
    public Counter counter(MetricMetadata metric) {
        return counter(metric, Attributes.empty());
    }

    @Override
    public Counter counter(MetricMetadata metric, String label, String value) {
        return counter(metric, Attributes.of(AttributeKey.stringKey(label), value));
    }

    /** Adds nothing at first: a counter that appears with its first event has no rate. */
    private Counter counter(MetricMetadata metric, Attributes attributes) {
        var counter = meter.counterBuilder(metric.name())
                .setDescription(metric.description())
                .build();
        counter.add(0, attributes);
        return count -> counter.add(count, attributes);
    }

    @Override
    public void gauge(MetricMetadata metric, DoubleSupplier value) {
        meter.gaugeBuilder(metric.name())
                .setDescription(metric.description())
                .setUnit(metric.unit() == Unit.SECONDS ? "s" : "")
                .buildWithCallback(measurement -> measurement.record(value.getAsDouble()));
    }

    @Override
    public Consumer<Duration> histogram(MetricMetadata metric) {
        var histogram = meter.histogramBuilder(metric.name())
                .setDescription(metric.description())
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(Histogram.BOUNDS)
                .build();
        return duration -> histogram.record(duration.toNanos() / 1e9);
    }
}
