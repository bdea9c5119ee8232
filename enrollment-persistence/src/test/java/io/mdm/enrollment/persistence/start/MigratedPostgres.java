package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.postgres.LocalPostgres;
import javax.sql.DataSource;

/** The one PostgreSQL of a test run, with the schema of this version. It ends with this JVM. */
public final class MigratedPostgres {
    private MigratedPostgres() {}

    private static final class Started {
        static final DataSource DATA_SOURCE = migrated(LocalPostgres.start().dataSource());
    }

    /** A connection for every call; nothing is pooled. */
    public static DataSource dataSource() {
        return Started.DATA_SOURCE;
    }

    private static DataSource migrated(DataSource dataSource) {
        migrate(dataSource);
        return dataSource;
    }

    static void migrate(DataSource dataSource) {
        var migrations = new Migrations();
        migrations.database = new EnrollmentDatabase(dataSource);
        migrations.migrate();
    }
}
