package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Thousands of requests that nobody thought of: {@code -Dseed=} repeats those of an earlier run. */
class GeneratedRequestsIT extends SharedServer {
    private static final Logger LOG = System.getLogger(GeneratedRequestsIT.class.getName());
    static final int REQUESTS = Integer.getInteger("requests", 4_000);
    private static final int CONNECTIONS = 6;
    static final int TOLD = 10;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    @Test
    void are_all_answered_as_documented(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        var generator = generator(server, host);
        var bearers = bearers(server, keys);
        long begin = System.nanoTime();
        inParallel(index -> judge(index, generator.request(index), bearers));
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        LOG.log(
                Level.INFO,
                () -> "-Dseed=" + seed + ", " + REQUESTS + " requests in " + seconds + " s: " + new TreeMap<>(answers));

        assertThat(broken.stream().limit(TOLD)).as("-Dseed=%d", seed).isEmpty();
        assertThat(answers).containsKeys("200", "304", "ENTITY_NOT_FOUND", "VALIDATION_FAILED", "FEATURE_NOT_IN_PLAN");
        assertThat(answers).containsKeys("NO_TOKEN", "INVALID_TOKEN", "FORBIDDEN", "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answers).containsKeys("ROUTE_NOT_FOUND", "METHOD_NOT_ALLOWED", "IDEMPOTENCY_KEY_REUSED");
        assertThat(answers.get("200")).isGreaterThan(REQUESTS / 4);
    }

    private void judge(int index, GeneratedRequest request, Map<GeneratedBearer, EnrollmentServer> bearers) {
        try {
            var reply = request.sendTo(bearers);
            answers.merge(kind(request, reply), 1, Integer::sum);
            AnswerRules.check(request, reply);
        } catch (AssertionError | RuntimeException wrong) {
            broken.add("%d: %s: %s".formatted(index, request, wrong));
        }
    }

    private static String kind(GeneratedRequest request, Reply reply) {
        boolean told = reply.status() >= 400
                && !request.method().equals("HEAD")
                && reply.body().startsWith("{");
        return told ? AnswerRules.problem(reply).name() : String.valueOf(reply.status());
    }

    private RequestGenerator generator(EnrollmentServer server, HostDirectory host) {
        var any = host.add(Tenant.any());
        var another = host.add(Tenant.any().speaking("es"));
        host.addSegment(any, 1);
        host.addSegment(another, 1);
        var others = List.of(
                host.add(Tenant.any().withQuota(5)).slug(),
                host.add(Tenant.any().withoutBulkEnrollment()).slug(),
                host.addWithoutWindows(Tenant.any()).slug());
        var reports = Stream.of(any, another, any)
                .map(tenant -> server.postBulk(
                        tenant,
                        BulkBody.inviting(tenant.address("a"), tenant.address("b"), "nobody")
                                .withoutMail()))
                .map(reply -> reply.header("Content-Location"))
                .toList();
        return new RequestGenerator(seed, List.of(any.slug(), any.id(), another.slug()), others, reports);
    }

    private static Map<GeneratedBearer, EnrollmentServer> bearers(EnrollmentServer server, SigningKeys keys) {
        var bearers = new EnumMap<GeneratedBearer, EnrollmentServer>(GeneratedBearer.class);
        for (var bearer : GeneratedBearer.values()) {
            bearers.put(bearer, server.authorizedBy(bearer.authorization(keys)));
        }
        return bearers;
    }

    static void inParallel(IntConsumer work) {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var all = IntStream.range(0, REQUESTS)
                    .<Future<?>>mapToObj(index -> clients.submit(() -> work.accept(index)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            clients.shutdownNow();
        }
    }
}
