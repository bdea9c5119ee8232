package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than the server can do at once: some are told to come back, the others are served when they can be. */
class OverloadIT extends SharedServer {
    private static final int CONCURRENT_BULKS = 8;
    private static final int CONNECTIONS = 32;
    /** Those of {@code docker/payara/pre-boot.txt}. */
    private static final int THREADS = 600;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    @Test
    void more_bulks_at_once_than_there_are_places_are_told_to_come_back(
            EnrollmentServer server, LocalPostgres postgres, HostDirectory host, SigningKeys keys) throws SQLException {
        var stranger = DevelopmentJwt.of("stranger@mdm.example", Instant.now())
                .everyPermission()
                .organizations("globex")
                .signedBy(keys);
        server.postBulk("acme", body(0));
        int half = CONCURRENT_BULKS / 2;
        var others = Tenant.any();
        var third = Tenant.any();
        host.add(others);
        host.add(third);

        var replies = whileLocked(postgres, "enrollment.enrollment_batch", () -> {
            var first = post(server, "acme", half);
            awaitWaiting(postgres, half);
            assertBusy(server.postBulk("acme", body(half)));
            assertThat(server.asNobody().postBulk("acme", body(half)).status()).isEqualTo(401);
            assertThat(server.as(stranger).postBulk("acme", body(half)).status())
                    .as("nobody learns that an organization is busy who must not know that it exists")
                    .isEqualTo(404);

            first.addAll(post(server, others.slug(), half));
            awaitWaiting(postgres, CONCURRENT_BULKS);
            first.addAll(post(server, third.slug(), 1));
            awaitWaiting(postgres, CONCURRENT_BULKS + 1);
            assertBusy(server.postBulk(third.slug(), body(1)));
            return first;
        });

        assertThat(replies).extracting(reply -> reply.join().status()).containsOnly(200);
    }

    @Test
    void half_a_form_occupies_no_thread(EnrollmentServer server) throws IOException {
        var halves = new ArrayList<Socket>();
        try {
            for (int each = 0; each <= THREADS; each++) {
                halves.add(halfForm(server.base()));
            }
            assertThat(server.asNobody().get("/enroll").status()).isEqualTo(200);
            for (var half : halves) {
                assertThat(half.getInputStream().available())
                        .as("answered before, because it did not come")
                        .isZero();
            }
        } finally {
            for (var half : halves) {
                half.close();
            }
        }
    }

    @Test
    void a_form_that_does_not_come_is_answered_by_a_page(EnrollmentServer server) throws IOException {
        try (var half = halfForm(server.base())) {
            half.setSoTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
            var answer = new String(half.getInputStream().readAllBytes(), UTF_8);

            if (ServerProduct.chosen().hangsUpOnSlowSenders()) {
                assertThat(answer).isEmpty();
            } else {
                assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\r\nConnection: close\r\n", "</html>");
            }
        }
    }

    @Test
    void who_gets_no_connection_in_time_is_told_to_come_back(EnrollmentServer server, LocalPostgres postgres)
            throws SQLException {
        var replies = whileLocked(postgres, "mdm.organization", () -> {
            var many = post(server, "acme", CONNECTIONS + 2);
            CompletableFuture.anyOf(many.toArray(CompletableFuture[]::new)).join();
            return many;
        });

        var answers = replies.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Reply::status).isSubsetOf(200, 503).contains(503);
        assertThat(post(server, "acme", 1).get(0).join().status()).isEqualTo(200);
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

    private static Socket halfForm(URI server) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream().write("""
                        POST /enroll/ HTTP/1.1
                        Host: mdm.example
                        Content-Type: application/x-www-form-urlencoded
                        Content-Length: 40

                        email=""".replace("\n", "\r\n").getBytes(UTF_8));
        return socket;
    }

    private static void assertBusy(Reply refused) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.errorCode()).isEqualTo(1001);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
    }

    private List<CompletableFuture<Reply>> post(EnrollmentServer server, String organization, int count) {
        return IntStream.range(0, count)
                .mapToObj(client ->
                        CompletableFuture.supplyAsync(() -> server.postBulk(organization, body(client)), clients))
                .collect(Collectors.toCollection(ArrayList::new));
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

    /**
     * Those of requests: tasks that look for expired tokens, and for events of new ones, wait for the table as well.
     */
    private static int waiting(LocalPostgres postgres) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query !~ 'ended_at|webhook_'
                        """)) {
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
