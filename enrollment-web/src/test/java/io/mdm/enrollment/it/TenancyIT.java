package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
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
            } else {
                look(client, caller, path, oneOf(batches, random), random);
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
            batches.add(new Batch(path, location.substring(location.lastIndexOf('/') + 1), address));
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

    private record Batch(String organization, String id, String address) {}
}
