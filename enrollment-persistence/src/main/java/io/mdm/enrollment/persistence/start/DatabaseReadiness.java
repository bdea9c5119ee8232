package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: the database answers and holds the migrated schema. The mail relay does not count, because mail waits for
 * it.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
    private final EnrollmentDatabase database;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    DatabaseReadiness() {
        this(null);
    }

    @Inject
    public DatabaseReadiness(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("enrollment-database")
                .status(answers())
                .build();
    }

    private boolean answers() {
        try {
            database.query("select 1 from enrollment.scheduled_tasks limit 1", row -> true);
            return true;
        } catch (SqlFailure unavailable) {
            return false;
        }
    }
}
