package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.web.telemetry.ServerTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Producer of the outlet: MicroProfile Metrics where the server has it, else OpenTelemetry. */
@ApplicationScoped
class MetricOutletProducer {

    @Produces
    @Singleton
    static MetricOutlet outlet(Config config, @Any Instance<Object> beans) {
        if (ServerTelemetry.hasClass("org.eclipse.microprofile.metrics.MetricRegistry")) {
            return MicroProfileMetrics.of(beans);
        }
        return ServerTelemetry.isOn(config) && ServerTelemetry.hasClass("io.opentelemetry.api.metrics.Meter")
                ? OpenTelemetryMetrics.of(beans)
                : new NoMetrics();
    }
}
