package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.delivery.DeliveryEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started when configuration, schema and directory are in order and the delivery runs, which comes last. */
@Startup
@ApplicationScoped
public class StartupCheck implements HealthCheck {
    @Inject
    DeliveryEngine delivery;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("enrollment-start")
                .status(delivery.isStarted())
                .build();
    }
}
