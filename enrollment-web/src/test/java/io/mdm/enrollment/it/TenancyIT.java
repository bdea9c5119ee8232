package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random callers of three organizations on every route: nobody ever sees what is another organization's. */
class TenancyIT extends SharedServer {
    private static final List<String> ORGANIZATIONS = List.of("acme", "globex", "no-windows");
    private static final int OPERATIONS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, 698_698_698})
    void keeps_organizations_apart(long seed, EnrollmentServer server, SigningKeys keys) {
        var random = new Random(seed);
        var batches = new ArrayList<Batch>();
        for (int operation = 0; operation < OPERATIONS; operation++) {
            var caller = oneOf(ORGANIZATIONS, random);
            var path = oneOf(ORGANIZATIONS, random);
            var client = server.as(administratorOf(caller).signedBy(keys));
            if (batches.isEmpty() || random.nextInt(3) == 0) {
                invite(client, caller, path, operation, batches);
            } else if (random.nextBoolean()) {
                look(client, caller, path, oneOf(batches, random), random);
            } else {
                touch(client, caller, path, oneOf(batches, random), random);
            }
        }
        assertThat(batches).extracting(Batch::organization).contains("acme", "globex");
    }

    private static void invite(
            EnrollmentServer client, String caller, String path, int operation, List<Batch> batches) {
        var address = "p" + operation + "@" + path + ".example";
        var reply = client.postBulk(path, "{\"sendEmail\":false,\"userEmails\":[\"" + address + "\"]}");
        if (caller.equals(path) && !path.equals("no-windows")) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            var location = reply.header("Content-Location");
            var token = client.report(location).data().getJsonArray("items").getJsonObject(0);
            batches.add(new Batch(
                    path,
                    location.substring(location.lastIndexOf('/') + 1),
                    address,
                    token.getString("tokenId"),
                    token.getString("enrollmentLink")));
        } else {
            assertNotFound(reply);
        }
    }

    private static void look(EnrollmentServer client, String caller, String path, Batch batch, Random random) {
        var accept = random.nextBoolean() ? "application/json" : "text/csv";
        var reply = client.send(client.request(client.bulks(path).getRawPath() + "/" + batch.id())
                .header("Accept", accept)
                .GET());
        if (caller.equals(path) && batch.organization().equals(path)) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.body()).contains(batch.address());
        } else {
            assertNotFound(reply);
        }
    }

    /** Whatever can be done to a token, under the path of an organization whose it is or is not. */
    private static void touch(EnrollmentServer client, String caller, String path, Batch batch, Random random) {
        var tokens = client.bulks(path).getRawPath().replaceFirst("/bulk$", "");
        var one = client.request(tokens + "/" + batch.token());
        var json = BodyPublishers.ofString("{\"tags\":[\"x\"]}");
        boolean own = caller.equals(path) && batch.organization().equals(path);
        switch (random.nextInt(10)) {
            case 0 -> assertKeptApart(own, client.send(one.GET()));
            case 1 ->
                assertKeptApart(
                        own,
                        client.send(
                                one.header("Content-Type", "application/json").PUT(json)));
            case 2 -> assertKeptApart(own, client.post(tokens + "/" + batch.token() + "/resend"));
            case 3 -> assertKeptApart(own, client.post(tokens + "/bulk/" + batch.id() + "/resend"));
            case 4 ->
                assertListed(
                        caller.equals(path), own, client.get(tokens + "?search=" + batch.address()), batch.token());
            case 5 -> assertListed(caller.equals(path), own, client.get(tokens + "?bulk=" + batch.id()), batch.token());
            case 6 -> assertListed(caller.equals(path), own, client.get(tokens + "/bulk?limit=100"), batch.id());
            case 7 -> assertErased(caller.equals(path), client.post(tokens + "/erase", erasure(batch, path)));
            case 8 -> assertKeptApart(caller.equals(path), client.get(tokens + "/limits"));
            default -> assertProof(caller.equals(path), own, client.post(tokens + "/verify", proof(batch)));
        }
    }

    private static String proof(Batch batch) {
        return "{\"token\":\"" + batch.link().substring(batch.link().lastIndexOf('/') + 1) + "\"}";
    }

    private static String erasure(Batch batch, String path) {
        var email = batch.organization().equals(path) ? "never-invited@" + path + ".example" : batch.address();
        return "{\"email\":\"" + email + "\"}";
    }

    private static void assertKeptApart(boolean own, Reply reply) {
        if (own) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        } else {
            assertNotFound(reply);
        }
    }

    private static void assertListed(boolean admitted, boolean own, Reply reply, String id) {
        if (admitted) {
            assertThat(reply.body().contains(id)).isEqualTo(own);
        } else {
            assertNotFound(reply);
        }
    }

    private static void assertProof(boolean admitted, boolean own, Reply reply) {
        if (admitted && !own) {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.body()).contains("\"reason\":\"unknown\"");
        } else {
            assertKeptApart(own, reply);
        }
    }

    /**
     * Under every path but its own there is nothing to erase; under its own, somebody who was never invited is erased.
     */
    private static void assertErased(boolean admitted, Reply reply) {
        if (admitted) {
            assertThat(reply.body()).contains("\"tokens\":0");
        } else {
            assertNotFound(reply);
        }
    }

    private static void assertNotFound(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"status\":false,\"error\":{\"code\":3001,\"message\":\"Entity not found\"}}");
    }

    private static DevelopmentJwt administratorOf(String organization) {
        return DevelopmentJwt.of("admin@" + organization + ".example", Instant.now())
                .everyPermission()
                .organizations(organization);
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private record Batch(String organization, String id, String address, String token, String link) {}
}
