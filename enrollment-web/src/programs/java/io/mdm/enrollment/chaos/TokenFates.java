package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Redemption, revocation and expiry of tokens, by requests over HTTP; their ends are moved in the database. */
final class TokenFates implements AutoCloseable {
    private static final int AT_ONCE = 12;
    private static final int USED = 409;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration AFTER_EXPIRY = Duration.ofSeconds(12);

    /** Only once, so that no repetition moves it again. */
    private static final String END_SOON = """
            update enrollment.enrollment_token set expire_at = now() + make_interval(secs => ?)
            where id = any (?) and state = 'PENDING' and expire_at > now() + interval '1 hour'
            """;

    private final Cluster cluster;
    private final Tenant tenant;
    private final Random random;
    private final Callers callers;
    private final Queue<CompletableFuture<?>> begun = new ConcurrentLinkedQueue<>();
    private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    TokenFates(Cluster cluster, Tenant tenant, Random random) {
        this.cluster = cluster;
        this.tenant = tenant;
        this.random = random;
        this.callers = new Callers(cluster, AT_ONCE);
    }

    Callers callers() {
        return callers;
    }

    /** Path of the organization's tokens. */
    String tokens(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    /** Tokens whose redemption was answered with 200. */
    Set<String> redeemed() {
        return redeemed;
    }

    /** Tokens whose own revocation was answered with 200. */
    Set<String> revoked() {
        return revoked;
    }

    /** Of a hundred, 38 are redeemed, 8 revoked, 6 expire, 3 expire and are revoked then, and 4 are fought for. */
    void decide(List<JsonObject> items) {
        var ending = new ArrayList<String>();
        var late = new ArrayList<String>();
        for (var item : items) {
            int dice = random.nextInt(100);
            var id = item.getString("tokenId");
            if (dice < 38) {
                redeem(item);
            } else if (dice < 46) {
                revoke(id);
            } else if (dice < 52) {
                ending.add(id);
            } else if (dice < 55) {
                late.add(id);
            } else if (dice < 59) {
                redeem(item);
                (random.nextBoolean() ? ending : late).add(id);
                revoke(id);
            }
        }
        end(ending);
        end(late);
        late.forEach(this::revokeLate);
    }

    void redeemSome(List<JsonObject> items) {
        items.stream().filter(item -> random.nextInt(4) == 0).forEach(this::redeem);
    }

    /** While some of its tokens are being redeemed. */
    void revokeWhole(Promise bulk, List<JsonObject> items) {
        redeemSome(items);
        begun.add(callers.call(
                        server -> server.send(server.request(bulk.location()).DELETE()))
                .thenAccept(reply -> expect(reply, 200)));
    }

    void await() {
        begun.forEach(CompletableFuture::join);
    }

    private void redeem(JsonObject item) {
        var link = item.getString("enrollmentLink");
        var proof = Json.createObjectBuilder()
                .add("token", link.substring(link.lastIndexOf('/') + 1))
                .add(
                        "winDeviceId",
                        UUID.randomUUID().toString().replace("-", "").substring(0, 24))
                .build();
        begun.add(callers.call(server -> server.postProof(tenant, "redeem", proof))
                .thenAccept(reply -> note(reply, item.getString("tokenId"), redeemed)));
    }

    private void revoke(String id) {
        begun.add(callers.call(server -> deleted(server, id)).thenAccept(reply -> note(reply, id, revoked)));
    }

    private void revokeLate(String id) {
        var later = CompletableFuture.delayedExecutor(AFTER_EXPIRY.toMillis(), TimeUnit.MILLISECONDS);
        begun.add(CompletableFuture.runAsync(() -> {}, later)
                .thenCompose(then -> callers.call(server -> deleted(server, id)))
                .thenAccept(reply -> note(reply, id, revoked)));
    }

    private Reply deleted(EnrollmentServer server, String id) {
        return server.send(server.request(tokens(server) + "/" + id).DELETE());
    }

    private static void note(Reply reply, String id, Set<String> done) {
        if (reply.status() != USED) {
            expect(reply, 200);
            done.add(id);
        }
    }

    private static void expect(Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException("a request was answered with " + reply.status() + ": " + reply.body());
        }
    }

    private void end(List<String> ids) {
        int seconds = 3 + random.nextInt(8);
        Awaitility.await("the end of tokens")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> cluster.database().update(END_SOON, seconds, ids.toArray(String[]::new)) >= 0);
    }

    @Override
    public void close() {
        callers.close();
    }
}
