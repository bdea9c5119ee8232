package io.mdm.enrollment.web.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenTelemetryMetricsTest {
    @RegisterExtension
    static final OpenTelemetryExtension EXPORTED = OpenTelemetryExtension.create();

    private final OpenTelemetryMetrics outlet = new OpenTelemetryMetrics(EXPORTED.getOpenTelemetry());

    @Test
    void both_outlets_publish_the_same_series() {
        RegisteredSeries.registerIn(outlet);
        outlet.histogram(MetricMetadata.inSeconds("enrollment_mail_send", "")).accept(Duration.ofMillis(20));

        assertThat(series()).isEqualTo(RegisteredSeries.names());
    }

    @Test
    void a_counter_is_there_before_it_counts() {
        var counter = outlet.counter(MetricMetadata.named("enrollment_mails", ""), "result", "sent");
        assertThat(value()).isZero();

        counter.inc();
        counter.inc(2);
        assertThat(value()).isEqualTo(3);
    }

    @Test
    void the_histogram_has_the_bounds_of_the_other_outlet() {
        outlet.histogram(MetricMetadata.inSeconds("enrollment_mail_send", "")).accept(Duration.ofMillis(20));

        assertThat(EXPORTED.getMetrics())
                .singleElement()
                .extracting(metric ->
                        metric.getHistogramData().getPoints().iterator().next())
                .satisfies(point -> {
                    assertThat(point.getBoundaries()).isEqualTo(Histogram.BOUNDS);
                    assertThat(point.getCounts().get(1)).isEqualTo(1);
                    assertThat(point.getSum()).isEqualTo(0.02);
                });
    }

    private static long value() {
        return EXPORTED.getMetrics()
                .get(0)
                .getLongSumData()
                .getPoints()
                .iterator()
                .next()
                .getValue();
    }

    /** As Prometheus names them. */
    private static Set<String> series() {
        return EXPORTED.getMetrics().stream()
                .flatMap(OpenTelemetryMetricsTest::series)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> series(MetricData metric) {
        var name = metric.getName() + (metric.getUnit().equals("s") ? "_seconds" : "");
        if (metric.getType() == MetricDataType.HISTOGRAM) {
            return Stream.of(name + "_bucket", name + "_count", name + "_sum");
        }
        return Stream.of(metric.getType() == MetricDataType.LONG_SUM ? name + "_total" : name);
    }
}
