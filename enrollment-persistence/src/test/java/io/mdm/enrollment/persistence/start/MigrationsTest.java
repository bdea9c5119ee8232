package io.mdm.enrollment.persistence.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.postgres.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.postgresql.ds.PGSimpleDataSource;

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
        assertThat(allAtOnce(() -> MigratedPostgres.migrate(postgres.dataSource())))
                .succeedsWithin(Duration.ofMinutes(2));

        assertThat(tables()).contains("enrollment_token");
        assertThat(database.query("select success from enrollment.flyway_schema_history", row -> row.getBoolean(1)))
                .containsOnly(true);
    }

    @Test
    void a_database_that_is_still_starting_is_waited_for() {
        var attempts = new AtomicInteger();
        var counted = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                attempts.incrementAndGet();
                return postgres.dataSource().getConnection();
            }
        };
        postgres.crash();
        var migration =
                CompletableFuture.runAsync(() -> MigratedPostgres.migrate(counted), node -> new Thread(node).start());
        Awaitility.await().until(() -> attempts.get() > 1);

        postgres.startAgain();

        assertThat(migration).succeedsWithin(Duration.ofMinutes(2));
        assertThat(tables()).contains("enrollment_token");
    }

    @Test
    void a_node_works_beside_later_ones_that_have_migrated_further() {
        migrateTo("next");

        MigratedPostgres.migrate(postgres.dataSource());

        assertThat(applied()).containsExactly("1", "1000");
        assertThat(new DatabaseReadiness(database).isWritable()).isTrue();
    }

    @Test
    void an_index_is_built_concurrently_by_one_of_several_nodes_while_statements_flow() throws InterruptedException {
        MigratedPostgres.migrate(postgres.dataSource());
        var writing = new AtomicBoolean(true);
        var written = new AtomicInteger();
        var writer = new Thread(() -> {
            while (writing.get()) {
                database.update(
                        "insert into enrollment.suppression values ('o', ?, 550, now())", written.incrementAndGet());
            }
        });
        writer.start();

        assertThat(allAtOnce(() -> migrateTo("next"))).succeedsWithin(Duration.ofMinutes(2));
        int before = written.get();
        Awaitility.await().until(() -> written.get() > before);
        writing.set(false);
        writer.join();

        assertThat(applied()).containsExactly("1", "1000");
        assertThat(database.query("""
                select indisvalid from pg_index where indexrelid = 'enrollment.suppression_by_reply'::regclass
                """, row -> row.getBoolean(1))).containsExactly(true);
    }

    @Test
    void an_index_that_could_not_be_built_is_built_at_the_next_start() {
        MigratedPostgres.migrate(postgres.dataSource());
        database.update("insert into enrollment.suppression values ('o', 1, 550, now()), ('o', 2, 550, now())");
        assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> migrateTo("unique"));

        database.update("truncate enrollment.suppression");
        migrateTo("unique");

        assertThat(applied()).containsExactly("1", "1002");
    }

    @Test
    void a_statement_of_a_migration_may_take_longer_than_one_of_a_request() {
        var impatient = postgres.dataSource();
        impatient.setSocketTimeout(1);

        new Migrations(new EnrollmentDatabase(impatient), "classpath:db/enrollment", "classpath:db/slow").migrate();

        assertThat(applied()).containsExactly("1", "1001");
    }

    private static CompletableFuture<Void> allAtOnce(Runnable migration) {
        return CompletableFuture.allOf(Stream.generate(
                        () -> CompletableFuture.runAsync(migration, node -> new Thread(node).start()))
                .limit(4)
                .toArray(CompletableFuture[]::new));
    }

    private void migrateTo(String later) {
        new Migrations(database, "classpath:db/enrollment", "classpath:db/" + later).migrate();
    }

    private List<String> applied() {
        return database.query(
                "select version from enrollment.flyway_schema_history where version is not null order by installed_rank",
                row -> row.getString(1));
    }

    private List<String> tables() {
        return database.query(
                "select tablename::text from pg_tables where schemaname = 'enrollment'", row -> row.getString(1));
    }
}
