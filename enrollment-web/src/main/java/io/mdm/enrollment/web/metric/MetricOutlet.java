package io.mdm.enrollment.web.metric;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Outlet of metrics: where the server publishes what is registered once. */
interface MetricOutlet {

    Counter counter(MetricMetadata metric);

    /** The counter of one value of a label. */
    Counter counter(MetricMetadata metric, String label, String value);

    /** @param value asked whenever the metrics are read; not a number while it is unknown */
    void gauge(MetricMetadata metric, DoubleSupplier value);

    /** A histogram of durations, in {@link Histogram#BOUNDS}. */
    Consumer<Duration> histogram(MetricMetadata metric);

    /** A number that only grows, from 0. */
    @FunctionalInterface
    interface Counter {
        void inc(long count);

        default void inc() {
            inc(1);
        }
    }
}
