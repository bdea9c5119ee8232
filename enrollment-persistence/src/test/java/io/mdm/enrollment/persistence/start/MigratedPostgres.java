package io.mdm.enrollment.persistence.start;

import com.zaxxer.hikari.HikariDataSource;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.postgres.LocalPostgres;
import java.time.Duration;
import javax.sql.DataSource;

/** The one PostgreSQL of a test run, with the schema of this version. It ends with this JVM. */
public final class MigratedPostgres {
    private static final int MAX_CONNECTIONS = 40;

    private MigratedPostgres() {}

    private static final class Started {
        static final DataSource DATA_SOURCE =
                pool(migrated(LocalPostgres.start().dataSource()));
    }

    /** Pooled, as a server's data source is. */
    public static DataSource dataSource() {
        return Started.DATA_SOURCE;
    }

    private static DataSource migrated(DataSource dataSource) {
        migrate(dataSource);
        return dataSource;
    }

    private static DataSource pool(DataSource dataSource) {
        var pool = new HikariDataSource();
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(MAX_CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(Duration.ofMinutes(2).toMillis());
        return pool;
    }

    /** The schema of this version, in an empty database. */
    public static void migrate(DataSource dataSource) {
        new Migrations(new EnrollmentDatabase(dataSource)).migrate();
    }
}
