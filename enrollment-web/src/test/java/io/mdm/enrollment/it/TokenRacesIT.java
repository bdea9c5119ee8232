package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/**
 * Two changes of one token at the same time, on two nodes: the one that comes second is told what the first one did.
 */
class TokenRacesIT extends SharedServer {
    private static final Executor THREADS = task -> new Thread(task).start();
    private static final int ROUNDS = 8;

    /** What can be done to a token, and what another one is told that comes after it. */
    private enum Change {
        REDEEM("used"),
        REVOKE("revoked"),
        ROTATE("replaced"),
        UPDATE(""),
        EXTEND_BULK(""),
        REVOKE_BULK("revoked");

        final String reason;

        Change(String reason) {
            this.reason = reason;
        }

        Reply on(EnrollmentServer node, String tokens, JsonObject token) {
            var one = tokens + "/" + token.getString("id");
            var bulk = tokens + "/bulk/" + token.getString("bulkId");
            return switch (this) {
                case REDEEM -> node.post(tokens + "/redeem", redemption(token));
                case REVOKE -> node.send(node.request(one).DELETE());
                case ROTATE -> node.post(one + "/resend", "{\"rotate\":true}");
                case UPDATE -> put(node, one, "{\"tags\":[\"changed\"]}");
                case EXTEND_BULK -> put(node, bulk, "{\"duration\":604800}");
                case REVOKE_BULK -> node.send(node.request(bulk).DELETE());
            };
        }

        private static Reply put(EnrollmentServer node, String path, String body) {
            return node.send(node.request(path)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body)));
        }

        private static String redemption(JsonObject token) {
            var link = token.getString("enrollmentLink");
            return "{\"token\":\"%s\",\"winDeviceId\":\"698efa6ed851667d9c0aec99\"}"
                    .formatted(link.substring(link.lastIndexOf('/') + 1));
        }
    }

    private record Race(Change one, Change other) {
        /** Whether one of them rules the other out, whichever comes first. */
        boolean hasOneWinner() {
            return one == Change.REDEEM && (other == Change.REVOKE || other == Change.ROTATE);
        }
    }

    @Test
    void each_pair_of_changes_ends_as_if_one_had_come_after_the_other(EnrollmentServer first, HostDirectory host) {
        var tenant = host.add(Tenant.any());
        var war = Map.of("/", Path.of(System.getProperty("enrollment.war")));
        var files = Path.of(System.getProperty("it.directory"), "second-node-races");
        try (var another = ApplicationServer.start(Ports.anyFree(), war, Map.of(), files)) {
            var nodes = List.of(first, first.elsewhere(another.root()));
            for (var race : races()) {
                for (int round = 0; round < ROUNDS; round++) {
                    run(race, nodes, tenant);
                }
            }
        }
    }

    private static List<Race> races() {
        return List.of(
                new Race(Change.REDEEM, Change.REVOKE),
                new Race(Change.REDEEM, Change.ROTATE),
                new Race(Change.REDEEM, Change.UPDATE),
                new Race(Change.REVOKE, Change.ROTATE),
                new Race(Change.REVOKE, Change.UPDATE),
                new Race(Change.ROTATE, Change.UPDATE),
                new Race(Change.REDEEM, Change.EXTEND_BULK),
                new Race(Change.REDEEM, Change.REVOKE_BULK),
                new Race(Change.REVOKE, Change.EXTEND_BULK),
                new Race(Change.ROTATE, Change.EXTEND_BULK),
                new Race(Change.ROTATE, Change.REVOKE_BULK),
                new Race(Change.UPDATE, Change.REVOKE_BULK),
                new Race(Change.EXTEND_BULK, Change.REVOKE_BULK));
    }

    private static void run(Race race, List<EnrollmentServer> nodes, Tenant tenant) {
        var tokens = nodes.get(0).bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
        var token = issue(nodes.get(0), tenant, tokens);
        var one = CompletableFuture.supplyAsync(() -> race.one().on(nodes.get(0), tokens, token), THREADS);
        var other = CompletableFuture.supplyAsync(() -> race.other().on(nodes.get(1), tokens, token), THREADS);

        assertThat(List.of(one.join().status(), other.join().status()))
                .as(race + " " + one.join().body() + " " + other.join().body())
                .isSubsetOf(200, 409)
                .contains(200);
        if (race.hasOneWinner()) {
            assertThat(List.of(one.join().status(), other.join().status())).contains(409);
        }
        assertLoserIsTold(one.join(), race.other());
        assertLoserIsTold(other.join(), race.one());
        assertStateFits(nodes.get(1).get(tokens + "/" + token.getString("id")).data(), race, one.join(), other.join());
    }

    private static void assertLoserIsTold(Reply reply, Change winner) {
        if (reply.status() == 409) {
            assertThat(reply.body()).contains("\"reason\":\"" + winner.reason + "\"");
        }
    }

    private static void assertStateFits(JsonObject token, Race race, Reply one, Reply other) {
        boolean redeemed = race.one() == Change.REDEEM && one.status() == 200;
        boolean revoked = revoked(race.one(), one) || revoked(race.other(), other);
        assertThat(redeemed && revoked).isFalse();
        assertThat(token.getString("state")).isEqualTo(redeemed ? "DONE" : revoked ? "DELETED" : "PENDING");
        boolean updated = (race.one() == Change.UPDATE && one.status() == 200)
                || (race.other() == Change.UPDATE && other.status() == 200);
        assertThat(token.getJsonArray("tags")).hasSize(updated ? 1 : 0);
    }

    private static boolean revoked(Change change, Reply reply) {
        return switch (change) {
            case REVOKE -> reply.status() == 200;
            case REVOKE_BULK -> reply.data().getInt("revoked") == 1;
            default -> false;
        };
    }

    private static JsonObject issue(EnrollmentServer node, Tenant tenant, String tokens) {
        var address = tenant.address("p" + System.nanoTime());
        node.postBulk(tenant, BulkBody.inviting(address).withoutMail());
        return node.get(tokens + "?search=" + address)
                .data()
                .getJsonArray("items")
                .getJsonObject(0);
    }
}
