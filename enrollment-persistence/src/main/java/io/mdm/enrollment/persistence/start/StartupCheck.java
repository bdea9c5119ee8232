package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.delivery.DeliveryEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Startup: configuration, schema and directory are in order, and the delivery, which comes last, runs. */
@Startup
@ApplicationScoped
public class StartupCheck implements HealthCheck {
    private final DeliveryEngine delivery;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    StartupCheck() {
        this(null);
    }

    @Inject
    public StartupCheck(DeliveryEngine delivery) {
        this.delivery = delivery;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("enrollment-start")
                .status(delivery.isStarted())
                .build();
    }
}
