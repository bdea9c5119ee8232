package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Migration of the schema {@code enrollment} to this version; several nodes may try at once, and all but one wait. */
@Dependent
class Migrations {
    private static final int CONNECT_RETRIES = 10;
    private static final int WAIT_FOR_OTHER_NODES = -1;

    /** A statement may rewrite a large table, or build an index on it. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofDays(1);

    private final EnrollmentDatabase database;
    private final String[] locations;

    @Inject
    Migrations(EnrollmentDatabase database) {
        this(database, "classpath:db/enrollment");
    }

    /** @param locations as Flyway names them */
    Migrations(EnrollmentDatabase database, String... locations) {
        this.database = database;
        this.locations = locations;
    }

    /**
     * Migrates the schema. Migrations of a later version may have been carried out by its nodes, beside which this one
     * works.
     */
    void migrate() {
        var patient = database.patient(STATEMENT_TIMEOUT);
        var flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(patient.dataSource())
                .schemas("enrollment")
                .createSchemas(true)
                .locations(locations)
                .callbackLocations(locations) // by default db/callback, which may be that of a host
                .ignoreMigrationPatterns("*:future")
                .lockRetryCount(WAIT_FOR_OTHER_NODES)
                .connectRetries(CONNECT_RETRIES);
        var state = flyway.load().info(); // waits for a database that is still starting
        forgetFailures(state);
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(isLockTransactional(patient));
        flyway.load().migrate();
    }

    /**
     * Flyway wants somebody to say that the cause is gone; files that are no transaction begin by removing what is
     * left.
     */
    private void forgetFailures(MigrationInfoService state) {
        if (Arrays.stream(state.all())
                .anyMatch(migration -> migration.getState().isFailed())) {
            database.update("delete from enrollment.flyway_schema_history where not success");
        }
    }

    /**
     * A lock that belongs to a transaction makes {@code create index concurrently} wait indefinitely for it. One that
     * belongs to a session is not released where a pooler gives every transaction another session.
     */
    private static boolean isLockTransactional(EnrollmentDatabase database) {
        return new SessionCheck(database).isShared();
    }
}
