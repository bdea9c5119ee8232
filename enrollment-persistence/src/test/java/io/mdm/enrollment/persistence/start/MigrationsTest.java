package io.mdm.enrollment.persistence.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.postgres.LocalPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class MigrationsTest {
    private final LocalPostgres postgres = LocalPostgres.start();
    private final EnrollmentDatabase database = new EnrollmentDatabase(postgres.dataSource());

    @BeforeEach
    void nothing_is_there() {
        database.update("drop schema if exists enrollment cascade");
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void an_empty_database_gets_the_schema_and_keeps_it() {
        MigratedPostgres.migrate(postgres.dataSource());
        database.update("""
                insert into enrollment.invitation (batch_id, batch_index, state, attempts) values ('b', 0, 'QUEUED', 0)
                """);

        MigratedPostgres.migrate(postgres.dataSource());

        assertThat(tables())
                .contains(
                        "enrollment_batch",
                        "enrollment_token",
                        "enrollment_rejection",
                        "invitation",
                        "scheduled_tasks");
        assertThat(database.query("select state from enrollment.invitation", row -> row.getString(1)))
                .containsExactly("QUEUED");
    }

    @Test
    void a_schema_that_somebody_made_for_it_is_used() {
        database.update("create schema enrollment");

        MigratedPostgres.migrate(postgres.dataSource());

        assertThat(tables()).contains("enrollment_token");
    }

    @RepeatedTest(3)
    void nodes_that_start_at_once_do_not_disturb_each_other() {
        var nodes = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> MigratedPostgres.migrate(postgres.dataSource()), node -> new Thread(node).start()))
                .limit(4)
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(nodes)).succeedsWithin(Duration.ofMinutes(2));

        assertThat(tables()).contains("enrollment_token");
        assertThat(database.query("select success from enrollment.flyway_schema_history", row -> row.getBoolean(1)))
                .containsOnly(true);
    }

    private List<String> tables() {
        return database.query(
                "select tablename::text from pg_tables where schemaname = 'enrollment'", row -> row.getString(1));
    }
}
