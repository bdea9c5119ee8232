package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.delivery.DeliveryEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as the delivery looks for work. A database that is away kills nobody: a new start would not help. */
@Liveness
@ApplicationScoped
public class DeliveryLiveness implements HealthCheck {
    @Inject
    DeliveryEngine delivery;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("enrollment-delivery")
                .status(delivery.isAlive())
                .build();
    }
}
