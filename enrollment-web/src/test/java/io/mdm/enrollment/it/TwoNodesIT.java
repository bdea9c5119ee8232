package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.PayaraMicro;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Reply;
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

/** The shared server and a second one on the same database. */
class TwoNodesIT extends SharedServer {
    /** The common pool has one thread where there are two cores, and these tests need two at once. */
    private static final Executor THREADS = task -> new Thread(task).start();

    @Test
    void a_key_sent_to_both_at_once_is_carried_out_once(EnrollmentServer first, Inbox inbox) {
        var files = Path.of(System.getProperty("it.directory"), "second-node");
        var war = Map.of("/", Path.of(System.getProperty("enrollment.war")));
        try (var payara = PayaraMicro.start(Ports.anyFree(), war, Map.of(), files)) {
            var second = first.elsewhere(payara.root());

            for (int round = 0; round < 10; round++) {
                assertCarriedOutOnce(List.of(first, second), "round-" + round);
            }

            assertThat(inbox.awaitMailTo("0@round-9.example").link()).startsWith("https://mdm.example/enroll/");
        }
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
