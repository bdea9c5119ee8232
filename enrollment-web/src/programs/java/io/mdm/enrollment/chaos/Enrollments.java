package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who enroll over HTTP at any node, and again until they are told that they have. */
final class Enrollments implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BETWEEN_PEOPLE = Duration.ofMillis(100);
    private static final int AT_ONCE = 24;

    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final Queue<CompletableFuture<Void>> tried = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final Callers callers;
    private final Tenant tenant;

    Enrollments(Cluster cluster, Tenant tenant) {
        this.tenant = tenant;
        this.callers = new Callers(cluster, AT_ONCE);
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
        callers.close();
    }

    /** When each address was told so. */
    Map<String, Instant> told() {
        return told;
    }

    private void enroll(Invitee person) {
        var proof = proof(person);
        tried.add(callers.call(server -> server.postProof(tenant, "redeem", proof))
                .thenAccept(reply -> tell(person, reply)));
    }

    private void await() {
        tried.forEach(CompletableFuture::join);
    }

    private static JsonObject proof(Invitee person) {
        var link = person.enrollsWith();
        return Json.createObjectBuilder()
                .add("token", link.substring(link.lastIndexOf('/') + 1))
                .add(
                        "winDeviceId",
                        UUID.randomUUID().toString().replace("-", "").substring(0, 24))
                .build();
    }

    private void tell(Invitee person, Reply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException("an enrollment was answered with " + reply.status());
        }
        told.put(person.address(), Instant.now());
    }
}
