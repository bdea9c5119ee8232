package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Names of paused webhooks in the health data. A receiver that fails does not make this node unfit for requests. */
@Readiness
@ApplicationScoped
public class WebhookHealth implements HealthCheck {
    private static final int MOST = 100;

    private final EnrollmentDatabase database;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    WebhookHealth() {
        this(null);
    }

    @Inject
    public WebhookHealth(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("enrollment-webhooks").up();
        var paused = paused();
        return paused.isEmpty()
                ? response.build()
                : response.withData("paused", String.join(" ", paused)).build();
    }

    /** A database that does not answer is another check's. */
    private List<String> paused() {
        try {
            return database.query("""
                    select webhook_id from enrollment.webhook_progress join mdm.webhook on id = webhook_id
                    where paused_at is not null order by 1 limit ?
                    """, row -> row.getString(1), MOST);
        } catch (SqlFailure unavailable) {
            return List.of();
        }
    }
}
