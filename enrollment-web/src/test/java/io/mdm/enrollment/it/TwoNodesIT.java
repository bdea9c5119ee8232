package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared server and a second one on the same database. */
class TwoNodesIT extends SharedServer {
    /** The common pool has one thread where there are two cores, and these tests need two at once. */
    private static final Executor THREADS = task -> new Thread(task).start();

    @Test
    void a_key_sent_to_both_at_once_is_carried_out_once(EnrollmentServer first, Inbox inbox) {
        try (var another = startSecond("idempotency")) {
            var second = first.elsewhere(another.root());

            for (int round = 0; round < 10; round++) {
                assertCarriedOutOnce(List.of(first, second), "round-" + round);
            }

            assertThat(inbox.awaitMailTo("0@round-9.example").link()).startsWith("https://mdm.example/enroll/");
        }
    }

    @Test
    void of_two_redeems_at_once_exactly_one_wins(EnrollmentServer first, HostDirectory host) {
        var tenant = host.add(Tenant.any());
        try (var another = startSecond("redemption")) {
            var nodes = List.of(first, first.elsewhere(another.root()));

            for (int round = 0; round < 10; round++) {
                assertOneWins(nodes, tenant, tenant.address("ana" + round));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "replace"})
    void bulks_at_once_that_mind_earlier_tokens_leave_exactly_one(
            String onPending, EnrollmentServer first, HostDirectory host) {
        try (var another = startSecond(onPending)) {
            var nodes = List.of(first, first.elsewhere(another.root()));
            for (int round = 0; round < 5; round++) {
                var tenant = host.add(Tenant.any());
                var addresses = IntStream.range(0, 50)
                        .mapToObj(i -> tenant.address("p" + i))
                        .toList();
                var body = BulkBody.inviting(addresses).withoutMail().with("onPending", onPending);
                var replies = Stream.of(0, 1, 0, 1)
                        .map(node -> CompletableFuture.supplyAsync(
                                () -> nodes.get(node).postBulk(tenant, body), THREADS))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

                assertThat(replies).extracting(Reply::status).containsOnly(200);
                assertThat(replies.stream()
                                .mapToInt(reply -> reply.data().getInt("success"))
                                .sum())
                        .isEqualTo(onPending.equals("skip") ? 50 : 200);
                assertThat(first.get(first.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "?state=PENDING"))
                                .data()
                                .getInt("totalDocs"))
                        .isEqualTo(50);
            }
        }
    }

    @Test
    void wrong_codes_tried_on_one_are_counted_on_the_other(EnrollmentServer first) {
        try (var another = startSecond("guesses")) {
            var second = first.elsewhere(another.root());
            int tries = 0;
            var reply = guess(first);
            for (; reply.status() == 303; reply = guess(first)) {
                tries++;
            }

            assertThat(reply.status()).as("after %d wrong codes", tries).isEqualTo(429);
            assertThat(tries).isBetween(60, 999);
            var replies = IntStream.range(0, 20).mapToObj(each -> guess(second).status());
            assertThat(replies).as("at most one more every ten seconds").contains(429);
        }
    }

    private static Reply guess(EnrollmentServer node) {
        return node.send(node.asNobody()
                .request("/enroll")
                .setHeader("X-Client-Address", "203.0.113.58")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=nobody@guess.example&code=22222-22222")));
    }

    private static void assertOneWins(List<EnrollmentServer> nodes, Tenant tenant, String address) {
        var bulk = nodes.get(0).postBulk(tenant, BulkBody.inviting(address).withoutMail());
        var code = nodes.get(0)
                .reportOf(bulk)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("enrollCode");
        var replies = Stream.of(0, 1)
                .map(node -> CompletableFuture.supplyAsync(
                        () -> nodes.get(node).postProof(tenant, "redeem", redemption(address, code, node)), THREADS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.body().contains("\"reason\":\"used\""))
                .hasSize(1);
    }

    private static JsonObject redemption(String address, String code, int device) {
        return Json.createObjectBuilder()
                .add("email", address)
                .add("enrollCode", code)
                .add("winDeviceId", "698efa6ed851667d9c0aec9" + device)
                .build();
    }

    private static ApplicationServer startSecond(String name) {
        var files = Path.of(System.getProperty("it.directory"), "second-node-" + name);
        var war = Map.of("/", Path.of(System.getProperty("enrollment.war")));
        return ApplicationServer.start(Ports.anyFree(), war, Map.of(), files);
    }

    private static void assertCarriedOutOnce(List<EnrollmentServer> nodes, String key) {
        var replies = Stream.of(0, 1, 0, 1)
                .map(node -> CompletableFuture.supplyAsync(() -> post(nodes.get(node), key), THREADS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 409).contains(200);
        assertThat(replies.stream().filter(TwoNodesIT::isFresh)).hasSize(1);
        var location = post(nodes.get(1), key).header("Content-Location");
        assertThat(nodes.get(0).report(location).data().getInt("success")).isEqualTo(200);
    }

    private static boolean isFresh(Reply reply) {
        return reply.status() == 200
                && reply.headers().firstValue("Idempotency-Replayed").isEmpty();
    }

    private static Reply post(EnrollmentServer node, String key) {
        var addresses = IntStream.range(0, 200)
                .mapToObj(i -> "\"%d@%s.example\"".formatted(i, key))
                .collect(Collectors.joining(","));
        return node.send(node.request(node.bulks("acme").getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"sendEmail\":true,\"userEmails\":[" + addresses + "]}")));
    }
}
