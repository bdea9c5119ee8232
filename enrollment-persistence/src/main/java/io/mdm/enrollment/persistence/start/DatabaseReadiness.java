package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: the database answers, holds the migrated schema, and can be written to. The mail relay does not count,
 * because mail waits for it.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
    private static final String WRITABLE = """
            select not pg_is_in_recovery() and not current_setting('transaction_read_only')::boolean
                and (select true from enrollment.scheduled_tasks limit 1) is not false
            """;

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
                .status(isWritable())
                .build();
    }

    /** A replica, and a server that was made one, answer but write nothing. */
    boolean isWritable() {
        try {
            return database.query(WRITABLE, row -> row.getBoolean(1)).get(0);
        } catch (SqlFailure unavailable) {
            return false;
        }
    }
}
