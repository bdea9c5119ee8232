package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that no client library would send, on a socket: {@code -Dseed=} repeats those of an earlier run. */
class HostileRequestsIT extends SharedServer {
    private static final Logger LOG = System.getLogger(HostileRequestsIT.class.getName());

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private final Tenant tenant = Tenant.any();

    @Test
    void never_make_the_server_fail(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(tenant);
        var generator = generator(server, keys);
        created.set(batches(host));
        long begin = System.nanoTime();
        GeneratedRequestsIT.inParallel(index -> judge(index, generator.request(index), server));
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        LOG.log(
                Level.INFO,
                () -> "-Dseed=%d, %d hostile requests in %d s: %s"
                        .formatted(seed, GeneratedRequestsIT.REQUESTS, seconds, new TreeMap<>(answers)));

        assertThat(broken.stream().limit(GeneratedRequestsIT.TOLD))
                .as("-Dseed=%d", seed)
                .isEmpty();
        assertThat(batches(host)).as("batches, -Dseed=%d", seed).isEqualTo(created.get());
        assertThat(answers).containsKeys("200", "listener 400", "INVALID_TOKEN", "NO_TOKEN", "ENTITY_NOT_FOUND");
        assertThat(answers).containsKeys("VALIDATION_FAILED", "ROUTE_NOT_FOUND", "UNSUPPORTED_MEDIA_TYPE", "page 404");
    }

    private void judge(int index, HostileRequest request, EnrollmentServer server) {
        try {
            var reply = request.sendTo(server.base());
            answers.merge(kind(request, reply), 1, Integer::sum);
            if (reply.status() == 200
                    && reply.headers().firstValue("Content-Location").isPresent()) {
                created.incrementAndGet();
            }
        } catch (AssertionError | RuntimeException | IOException wrong) {
            broken.add("%d: %s %s: %s".formatted(index, request.method(), request.path(), wrong));
        }
    }

    /** Checks the reply, too. */
    private static String kind(HostileRequest request, Reply reply) {
        if (ServerProduct.chosen().answered(reply)) {
            assertThat(reply.body()).as("status %d", reply.status()).doesNotContain("Exception", "\tat ");
            return "listener " + reply.status();
        }
        if (request.isOfTheApi() && !request.method().equals("OPTIONS")) {
            AnswerRules.assertCaching(reply);
        }
        boolean silent = reply.body().isEmpty()
                && (reply.status() < 400 || request.method().equals("HEAD"));
        if (reply.status() < 400 || silent) {
            assertThat(reply.status()).isLessThan(500);
            return String.valueOf(reply.status());
        }
        if (reply.body().startsWith("<!DOCTYPE html>")) {
            assertThat(reply.status()).isLessThan(500);
            return "page " + reply.status();
        }
        AnswerRules.assertFailure(reply);
        return AnswerRules.problem(reply).name();
    }

    private HostileRequestGenerator generator(EnrollmentServer server, SigningKeys keys) {
        var now = Instant.now();
        var good = DevelopmentJwt.of("hostile@acme.example", now)
                .everyPermission()
                .organizations("*")
                .signedBy(keys);
        var report = server.reportOf(server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address("a"), tenant.address("b")).withoutMail()));
        var tokens = report.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("tokenId"));
        return new HostileRequestGenerator(
                seed,
                List.of(tenant.slug(), tenant.id(), tenant.slug(), tenant.id(), tenant.slug(), "nobody-knows"),
                Stream.concat(tokens, Stream.of(report.getString("id"), "698efa6ed851667d9c0aec8f", "x"))
                        .toList(),
                (dice, hostile) -> hostile ? HostileClaims.of(dice, now).signedBy(keys) : good);
    }

    private int batches(HostDirectory host) {
        return (int) host.database()
                .number("select count(*) from enrollment.enrollment_batch where organization_id = ?", tenant.id());
    }
}
