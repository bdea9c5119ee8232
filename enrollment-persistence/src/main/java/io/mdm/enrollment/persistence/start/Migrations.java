package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;

/** Migration of the schema {@code enrollment} to this version; several nodes may try at once. */
@Dependent
class Migrations {
    private static final int CONNECT_RETRIES = 10;

    private final EnrollmentDatabase database;

    @Inject
    Migrations(EnrollmentDatabase database) {
        this.database = database;
    }

    void migrate() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.dataSource())
                .schemas("enrollment")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .connectRetries(CONNECT_RETRIES)
                .load()
                .migrate();
    }
}
