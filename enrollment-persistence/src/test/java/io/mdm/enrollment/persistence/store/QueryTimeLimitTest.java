package io.mdm.enrollment.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mdm.enrollment.persistence.start.MigratedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Queries that take too long, with a limit of a second. */
class QueryTimeLimitTest {
    private static final String JPA_LIMIT = "jakarta.persistence.query.timeout";
    private static final String QUERY_CANCELED = "57014";

    private final EnrollmentDatabase database =
            new EnrollmentDatabase(MigratedPostgres.dataSource(), Duration.ofSeconds(1));

    @Test
    void a_query_ends_in_the_database_too() {
        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> database.query("select pg_sleep(60), 'too long'", row -> row))
                .withMessageContaining(QUERY_CANCELED);
        assertThat(database.query(
                        "select 1 from pg_stat_activity where state = 'active' and query like '%too' || ' long%'",
                        row -> row))
                .isEmpty();
    }

    @Test
    void so_does_a_statement_that_changes_something() {
        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> database.update("do $$ begin perform pg_sleep(60); end $$"))
                .withMessageContaining(QUERY_CANCELED);
    }

    @Test
    void a_recurring_task_takes_as_long_as_it_needs() {
        assertThat(database.patient(Duration.ofMinutes(1)).query("select 1 from pg_sleep(1.1)", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void a_query_of_jpa_ends_likewise() {
        try (var factory = factoryWithLimit();
                var entities = factory.createEntityManager()) {
            var query = entities.createNativeQuery("select 1 from pg_sleep(60)");

            assertThat(Stream.iterate(catchThrowable(query::getResultList), Throwable::getCause)
                            .takeWhile(cause -> cause != null))
                    .anyMatch(cause -> cause instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState()));
        }
    }

    @Test
    void both_have_the_same_limit() throws IOException {
        try (var unit = requireNonNull(getClass().getResourceAsStream("/META-INF/persistence.xml"))) {
            assertThat(new String(unit.readAllBytes(), UTF_8))
                    .contains("name=\"%s\" value=\"%d\""
                            .formatted(JPA_LIMIT, EnrollmentDatabase.MAX_STATEMENT_TIME.toMillis()));
        }
    }

    private static EntityManagerFactory factoryWithLimit() {
        return Stores.factory(
                MigratedPostgres.dataSource(), Map.of("eclipselink.session-name", "time-limit", JPA_LIMIT, "1000"));
    }
}
