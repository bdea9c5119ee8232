package io.mdm.enrollment.web.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Producer of the tracing: the server's, if it has one and it is on. */
@ApplicationScoped
class TracingProducer {

    @Produces
    @Singleton
    static ServerTracing tracing(Config config, @Any Instance<Object> beans) {
        return ServerTelemetry.isOn(config) && ServerTelemetry.hasClass("io.opentelemetry.api.OpenTelemetry")
                ? OpenTelemetryTracing.of(beans)
                : new NoTracing();
    }
}
