package io.mdm.enrollment.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class LocalPostgresTest {
    private final LocalPostgres postgres = LocalPostgres.start();

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void two_servers_run_side_by_side_and_each_ends_when_closed() throws SQLException {
        LocalPostgres closed;
        try (var other = LocalPostgres.start()) {
            assertThat(other.port()).isNotEqualTo(postgres.port());
            execute(other, "create schema only_here");
            execute(postgres, "create schema only_here");
            closed = other;
        }
        assertThatThrownBy(() -> closed.dataSource().getConnection()).isInstanceOf(SQLException.class);
        execute(postgres, "drop schema only_here");
    }

    @Test
    void the_application_is_an_ordinary_role_with_a_password() throws SQLException {
        assertThat(answer("select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> postgres.dataSource().getConnection(postgres.user(), "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void case_mapping_knows_more_than_ascii() throws SQLException {
        assertThat(answer("select lower('JOSÉ')")).isEqualTo("josé");
    }

    @Test
    void what_was_committed_survives_a_crash() throws SQLException {
        execute(postgres, "alter database enrollment set synchronous_commit to on");
        execute(postgres, "create table kept (number integer)");
        execute(postgres, "insert into kept values (1)");

        postgres.crash();
        assertThatThrownBy(() -> postgres.dataSource().getConnection()).isInstanceOf(SQLException.class);
        postgres.startAgain();

        assertThat(answer("select number from kept")).isEqualTo("1");
    }

    @Test
    void says_why_it_did_not_start() {
        assertThatThrownBy(() -> LocalPostgres.start(postgres.port())).hasMessageContaining("Address already in use");
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String answer(String sql) throws SQLException {
        try (var connection = postgres.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
