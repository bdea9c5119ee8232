package io.mdm.enrollment.web.metric;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Outlet of a server that publishes no metrics. */
final class NoMetrics implements MetricOutlet {

    @Override
    public Counter counter(MetricMetadata metric) {
        return count -> {};
    }

    @Override
    public Counter counter(MetricMetadata metric, String label, String value) {
        return count -> {};
    }

    @Override
    public void gauge(MetricMetadata metric, DoubleSupplier value) {}

    @Override
    public Consumer<Duration> histogram(MetricMetadata metric) {
        return duration -> {};
    }
}
