package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** Callers of any node that is up, who repeat their requests until they are answered with something else than 503. */
final class Callers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final AtomicInteger cutOff = new AtomicInteger();
    private final ExecutorService threads;
    private final List<Entrance> entrances;

    private record Entrance(Node node, EnrollmentServer server) {}

    Callers(Cluster cluster, int atOnce) {
        this.threads = Executors.newFixedThreadPool(atOnce);
        this.entrances = cluster.nodes().stream()
                .map(node -> new Entrance(node, cluster.server(node)))
                .toList();
    }

    CompletableFuture<Reply> call(Function<EnrollmentServer, Reply> request) {
        return CompletableFuture.supplyAsync(() -> answer(request), threads);
    }

    /** The same, in the caller's own thread. */
    Reply answer(Function<EnrollmentServer, Reply> request) {
        return Awaitility.await("the answer to a request")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .until(() -> tried(request), Optional::isPresent)
                .orElseThrow();
    }

    /** Answers that end too early, as lists and reports do when the database fails. */
    int cutOff() {
        return cutOff.get();
    }

    private Optional<Reply> tried(Function<EnrollmentServer, Reply> request) {
        var up = entrances.stream().filter(each -> each.node().isUp()).toList();
        if (up.isEmpty()) {
            return Optional.empty();
        }
        var server = up.get(ThreadLocalRandom.current().nextInt(up.size())).server();
        try {
            return Optional.of(request.apply(server)).filter(reply -> reply.status() != 503);
        } catch (UncheckedIOException died) {
            return Optional.empty();
        } catch (AssertionError undescribed) {
            cutOff.incrementAndGet();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
