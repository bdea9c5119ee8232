package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** People who enroll over HTTP at any node, and again until they are told that they have. */
final class Enrollments implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final Duration BETWEEN_PEOPLE = Duration.ofMillis(100);
    private static final int AT_ONCE = 24;

    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final Queue<CompletableFuture<Void>> tried = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    private final List<Entrance> entrances;
    private final Tenant tenant;

    private record Entrance(Node node, EnrollmentServer server) {}

    Enrollments(Cluster cluster, Tenant tenant) {
        this.tenant = tenant;
        this.entrances = cluster.nodes().stream()
                .map(node -> new Entrance(node, cluster.server(node)))
                .toList();
    }

    /** All of them, before it returns. */
    void enroll(List<Invitee> people) {
        people.forEach(this::enroll);
        await();
    }

    /** One after the other at a steady pace, until {@link #stop}. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the one who only begins
    void begin(Iterator<Invitee> people) {
        pace.scheduleAtFixedRate(
                () -> {
                    if (people.hasNext()) {
                        enroll(people.next());
                    }
                },
                0,
                BETWEEN_PEOPLE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Nobody else begins; who has begun is waited for. */
    void stop() throws InterruptedException {
        pace.shutdown();
        pace.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        await();
    }

    @Override
    public void close() {
        pace.shutdownNow();
        callers.shutdownNow();
    }

    /** When each address was told so. */
    Map<String, Instant> told() {
        return told;
    }

    private void enroll(Invitee person) {
        tried.add(CompletableFuture.runAsync(() -> untilTold(person), callers));
    }

    private void await() {
        tried.forEach(CompletableFuture::join);
    }

    private void untilTold(Invitee person) {
        var link = person.enrollsWith();
        var proof = Json.createObjectBuilder()
                .add("token", link.substring(link.lastIndexOf('/') + 1))
                .add(
                        "winDeviceId",
                        UUID.randomUUID().toString().replace("-", "").substring(0, 24))
                .build();
        Awaitility.await("the enrollment of one person")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .until(() -> isTold(person, proof));
    }

    private boolean isTold(Invitee person, JsonObject proof) {
        var up = entrances.stream().filter(each -> each.node().isUp()).toList();
        if (up.isEmpty()) {
            return false;
        }
        var server = up.get(ThreadLocalRandom.current().nextInt(up.size())).server();
        try {
            int status = server.postProof(tenant, "redeem", proof).status();
            if (status == 200) {
                told.put(person.address(), Instant.now());
            } else if (status != 503) {
                throw new IllegalStateException("an enrollment was answered with " + status);
            }
            return status == 200;
        } catch (UncheckedIOException died) {
            return false;
        }
    }
}
