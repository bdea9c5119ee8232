package io.mdm.enrollment.web.metric;

/**
 * Metadata of a metric.
 *
 * @param name without the suffixes of Prometheus, such as {@code _total} and {@code _seconds}
 */
record MetricMetadata(String name, String description, Unit unit) {

    /** Unit of its values. */
    enum Unit {
        NONE,
        SECONDS
    }

    /** A metric without a unit. */
    static MetricMetadata named(String name, String description) {
        return new MetricMetadata(name, description, Unit.NONE);
    }

    /** A metric in seconds. */
    static MetricMetadata inSeconds(String name, String description) {
        return new MetricMetadata(name, description, Unit.SECONDS);
    }
}
