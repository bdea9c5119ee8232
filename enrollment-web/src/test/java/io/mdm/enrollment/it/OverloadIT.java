package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than the server can do at once: some are told to come back, the others are served when they can be. */
class OverloadIT extends SharedServer {
    private static final int CONCURRENT_BULKS = 8;
    private static final int POOL = 32;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    @Test
    void more_bulks_at_once_than_there_are_places_are_told_to_come_back(EnrollmentServer server, LocalPostgres postgres)
            throws SQLException {
        var replies = whileLocked(postgres, "enrollment.enrollment_batch", () -> {
            var first = post(server, CONCURRENT_BULKS);
            awaitWaiting(postgres, CONCURRENT_BULKS);
            var refused = server.postBulk("acme", body(CONCURRENT_BULKS));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.errorCode()).isEqualTo(1001);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            return first;
        });

        assertThat(replies).extracting(reply -> reply.join().status()).containsOnly(200);
    }

    @Test
    void who_gets_no_connection_in_time_is_told_to_come_back(EnrollmentServer server, LocalPostgres postgres)
            throws SQLException {
        var replies = whileLocked(postgres, "mdm.organization", () -> {
            var many = post(server, POOL + 2);
            CompletableFuture.anyOf(many.toArray(CompletableFuture[]::new)).join();
            return many;
        });

        var answers = replies.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Reply::status).containsOnly(200, 503);
        assertThat(answers.stream().filter(reply -> reply.status() == 503)).anySatisfy(reply -> {
            assertThat(reply.errorCode()).isEqualTo(3002);
            assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        });
    }

    @Test
    void who_waits_too_long_for_rows_is_told_to_come_back_and_leaves_nothing_running(
            EnrollmentServer server, LocalPostgres postgres) throws SQLException {
        var lists = server.bulks("acme").getPath().replaceFirst("/bulk$", "?segmentId=1");

        whileLocked(postgres, "enrollment.enrollment_token", () -> {
            var reply = server.get(lists);

            assertThat(reply.status()).as(reply.body()).isEqualTo(503);
            assertThat(reply.errorCode()).isEqualTo(3002);
            assertThat(reply.header("Retry-After")).isEqualTo("5");
            assertThat(waiting(postgres)).isZero();
            return List.of();
        });
    }

    private List<CompletableFuture<Reply>> post(EnrollmentServer server, int count) {
        return IntStream.range(0, count)
                .mapToObj(client -> CompletableFuture.supplyAsync(() -> server.postBulk("acme", body(client)), clients))
                .toList();
    }

    private static String body(int client) {
        return "{\"sendEmail\":false,\"userEmails\":[\"client%d@overload.example\"]}".formatted(client);
    }

    private static List<CompletableFuture<Reply>> whileLocked(LocalPostgres postgres, String table, Attack attack)
            throws SQLException {
        try (var connection = postgres.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in access exclusive mode");
            }
            var replies = attack.begin();
            connection.rollback();
            return replies;
        }
    }

    private static void awaitWaiting(LocalPostgres postgres, int sessions) {
        Patience.await(sessions + " sessions that wait").until(() -> waiting(postgres) >= sessions);
    }

    private static int waiting(LocalPostgres postgres) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What happens while the table cannot be used; gives back the replies to come. */
    @FunctionalInterface
    private interface Attack {
        List<CompletableFuture<Reply>> begin() throws SQLException;
    }
}
