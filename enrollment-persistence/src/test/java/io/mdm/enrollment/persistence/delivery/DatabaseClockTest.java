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
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    @Test
    void a_node_whose_clock_is_off_follows_the_database() throws Exception {
        var database = new EnrollmentDatabase(MigratedPostgres.dataSource());
        database.update("create schema if not exists late");
        database.update("""
                create or replace function late.clock_timestamp() returns timestamptz language sql as
                'select pg_catalog.clock_timestamp() + interval ''1 hour'''
                """);
        var late = MigratedPostgres.dataSource().unwrap(PGSimpleDataSource.class);

        assertThat(ahead(clockOf(late))).isBetween(Duration.ZERO, TOLERANCE);
        assertThat(ahead(clockOf(searching(late, "late,pg_catalog"))))
                .isBetween(
                        Duration.ofHours(1).minus(TOLERANCE),
                        Duration.ofHours(1).plus(TOLERANCE));
    }

    @Test
    void without_the_database_it_goes_on() {
        var unavailable = new PGSimpleDataSource();
        unavailable.setPortNumbers(new int[] {1});

        assertThat(ahead(clockOf(unavailable))).isLessThan(TOLERANCE);
    }

    private static Duration ahead(DatabaseClock clock) {
        var before = Instant.now();
        return Duration.between(before, clock.now()).abs();
    }

    private static DatabaseClock clockOf(DataSource dataSource) {
        var clock = new DatabaseClock();
        clock.database = new EnrollmentDatabase(dataSource);
        return clock;
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
