package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.persistence.start.MigratedPostgres;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseClockTest {
    /** Half of the time that an answer of the database may take. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Test
    void a_node_whose_clock_is_off_follows_the_database() throws Exception {
        var database = new EnrollmentDatabase(MigratedPostgres.dataSource());
        database.update("create schema if not exists late");
        database.update("""
                create or replace function late.clock_timestamp() returns timestamptz language sql as
                'select pg_catalog.clock_timestamp() + interval ''1 hour'''
                """);
        var late = MigratedPostgres.dataSource().unwrap(PGSimpleDataSource.class);

        assertThat(offset(clockOf(late)).abs()).isLessThan(TOLERANCE);
        assertThat(offset(clockOf(searching(late, "late,pg_catalog"))))
                .isBetween(
                        Duration.ofHours(1).minus(TOLERANCE),
                        Duration.ofHours(1).plus(TOLERANCE));
    }

    @Test
    void without_the_database_it_goes_on() {
        var unavailable = new PGSimpleDataSource();
        unavailable.setPortNumbers(new int[] {1});

        assertThat(offset(clockOf(unavailable))).isZero();
    }

    /** What it measures when it is first asked for the time. */
    private static Duration offset(DatabaseClock clock) {
        clock.now();
        return Duration.between(Instant.EPOCH, clock.atDatabase(Instant.EPOCH));
    }

    private static DatabaseClock clockOf(DataSource dataSource) {
        return new DatabaseClock(new EnrollmentDatabase(dataSource));
    }

    private static DataSource searching(PGSimpleDataSource like, String path) {
        var source = new PGSimpleDataSource();
        source.setURL(like.getURL());
        source.setUser(like.getUser());
        source.setPassword(like.getPassword());
        source.setCurrentSchema(path);
        return source;
    }
}
