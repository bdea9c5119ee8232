package io.mdm.enrollment.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.LoopbackForwarder;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped connection pool on a network that loses every packet from one moment on. */
@ExtendWith(Drivers.class)
class SilentDatabaseIT {
    /**
     * Far below the minute that a pool without the shipped timeouts takes. The timeouts add up to less than 10 s; a
     * busy machine adds to that.
     */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ExecutorService callers = Executors.newCachedThreadPool();

    private record Answer(Reply reply, Duration after) {}

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void everybody_is_told_soon_and_served_when_it_is_back(SigningKeys keys) throws SQLException {
        var postgres = LocalPostgres.start();
        try (var network = LoopbackForwarder.to(postgres.port());
                var server =
                        OwnServer.startBehind("silent-database", keys, postgres, network.url(postgres.jdbcUrl()))) {
            // each of an organization of its own, which have places for only some at once
            var tenants = new ConcurrentLinkedQueue<>(
                    Stream.generate(() -> server.host().add(Tenant.any()))
                            .limit(8)
                            .toList());
            Supplier<Reply> post = () -> {
                var tenant = requireNonNull(tenants.poll());
                tenants.add(tenant);
                return server.administrator()
                        .postBulk(
                                tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
            };
            assertThat(atOnce(post))
                    .extracting(answer -> answer.reply().status())
                    .containsOnly(200);

            var waiting = whileNothingCanBeWritten(postgres, () -> {
                var inTransaction = call(post);
                awaitWaiting(postgres);
                network.fallSilent();
                assertThat(atOnce(post)).allSatisfy(SilentDatabaseIT::isToldSoon);
                assertThat(atOnce(post)).allSatisfy(SilentDatabaseIT::isToldSoon);
                return inTransaction;
            });
            assertThat(waiting.join()).satisfies(SilentDatabaseIT::isToldSoon);

            network.recover();
            Patience.await("a server that has its database again")
                    .until(() -> post.get().status() == 200);
        }
    }

    private static void isToldSoon(Answer answer) {
        assertThat(answer.reply().status()).isEqualTo(503);
        assertThat(answer.reply().errorCode()).isEqualTo(3002);
        assertThat(answer.reply().headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.after()).isLessThan(LONGEST_WAIT);
    }

    /** More than the pool keeps open. */
    private List<Answer> atOnce(Supplier<Reply> request) {
        return Stream.generate(() -> call(request)).limit(6).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private CompletableFuture<Answer> call(Supplier<Reply> request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long begin = System.nanoTime();
                    var reply = request.get();
                    return new Answer(reply, Duration.ofNanos(System.nanoTime() - begin));
                },
                callers);
    }

    private static <T> T whileNothingCanBeWritten(LocalPostgres postgres, Supplier<T> work) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table enrollment.enrollment_batch in exclusive mode");
            return work.get();
        }
    }

    private static void awaitWaiting(LocalPostgres postgres) {
        var database = new Database(postgres.dataSource());
        Patience.await("a session that waits")
                .until(() ->
                        database.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
    }
}
