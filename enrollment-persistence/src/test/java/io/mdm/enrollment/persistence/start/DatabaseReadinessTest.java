package io.mdm.enrollment.persistence.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.postgres.LocalPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseReadinessTest {
    private final LocalPostgres postgres = LocalPostgres.start();

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void a_migrated_database_that_can_be_written_to_is_ready_even_if_nothing_is_scheduled() {
        MigratedPostgres.migrate(postgres.dataSource());

        assertThat(isReady(postgres.dataSource())).isTrue();
    }

    @Test
    void one_that_is_read_only_is_not() {
        MigratedPostgres.migrate(postgres.dataSource());
        new EnrollmentDatabase(postgres.dataSource())
                .update("alter database enrollment set default_transaction_read_only to on");

        assertThat(isReady(postgres.dataSource())).isFalse();
    }

    @Test
    void one_without_the_schema_is_not() {
        assertThat(isReady(postgres.dataSource())).isFalse();
    }

    @Test
    void one_that_does_not_answer_is_not() {
        MigratedPostgres.migrate(postgres.dataSource());
        postgres.crash();

        assertThat(isReady(postgres.dataSource())).isFalse();
    }

    private static boolean isReady(DataSource dataSource) {
        return new DatabaseReadiness(new EnrollmentDatabase(dataSource)).isWritable();
    }
}
