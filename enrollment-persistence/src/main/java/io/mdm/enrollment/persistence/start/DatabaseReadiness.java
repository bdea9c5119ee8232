package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: the database answers, holds the migrated schema, and can be written to. The mail relay does not count,
 * because mail waits for it; nor do the receivers of webhooks, but the data of a ready node name those that are paused.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
    private static final String WRITABLE = """
            select not pg_is_in_recovery() and not current_setting('transaction_read_only')::boolean
                and (select true from enrollment.scheduled_tasks limit 1) is not false
            """;

    private static final String PAUSED_WEBHOOKS = """
            select string_agg(webhook_id, ' ' order by webhook_id) from enrollment.webhook_progress
            join mdm.webhook on id = webhook_id where paused_at is not null
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
        boolean ready = isWritable();
        var response = HealthCheckResponse.named("enrollment-database").status(ready);
        if (ready) {
            pausedWebhooks().ifPresent(ids -> response.withData("pausedWebhooks", ids));
        }
        return response.build();
    }

    private Optional<String> pausedWebhooks() {
        try {
            return database.query(PAUSED_WEBHOOKS, row -> Optional.ofNullable(row.getString(1)))
                    .get(0);
        } catch (SqlFailure unavailable) {
            return Optional.empty();
        }
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
