package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code enrollment} to the state this version needs; several nodes may try at once. */
@ApplicationScoped
class Migrations {
    private static final int CONNECT_RETRIES = 10;

    @Inject
    EnrollmentDatabase database;

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
