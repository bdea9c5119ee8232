package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.delivery.DeliveryEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Liveness: the delivery looks for work. An unreachable database does not count, because a restart would not help. */
@Liveness
@ApplicationScoped
public class DeliveryLiveness implements HealthCheck {
    private final DeliveryEngine delivery;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    DeliveryLiveness() {
        this(null);
    }

    @Inject
    public DeliveryLiveness(DeliveryEngine delivery) {
        this.delivery = delivery;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("enrollment-delivery")
                .status(delivery.isAlive())
                .build();
    }
}
