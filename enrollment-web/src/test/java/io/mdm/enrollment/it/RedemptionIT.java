package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedemptionIT extends SharedServer {
    /** The common pool has one thread where there are two cores, and these tests need more at once. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private static final String DEVICE = "698efa6ed851667d9c0aec99";
    private static final String OTHER_DEVICE = "698efa6ed851667d9c0aec98";
    private static final String WRONG = "22222-22222";

    private final Tenant tenant = Tenant.any();

    @BeforeEach
    void add(HostDirectory host) {
        host.add(tenant);
    }

    @Test
    void both_proofs_open_the_token_until_a_device_used_it(EnrollmentServer server) {
        var token = invite("ana", server);

        for (var proof : List.of(link(token), code(token))) {
            var verified = server.postProof(tenant, "verify", proof);
            assertThat(verified.status()).as(verified.body()).isEqualTo(200);
            assertThat(verified.data().getString("id")).isEqualTo(token.getString("tokenId"));
            assertThat(verified.data().isNull("winDeviceId")).isTrue();
        }
        for (var proof : List.of(code(token), link(token), code(token))) {
            var redeemed = server.postProof(tenant, "redeem", on(DEVICE, proof));
            assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(200);
            assertThat(redeemed.data().getString("winDeviceId")).isEqualTo(DEVICE);
            assertThat(redeemed.data().getString("organizationId")).isEqualTo(tenant.id());
        }
        assertNotUsable("used", server.postProof(tenant, "redeem", on(OTHER_DEVICE, link(token))));
        assertNotUsable("used", server.postProof(tenant, "redeem", on(OTHER_DEVICE, code(token))));
        assertNotUsable("used", server.postProof(tenant, "verify", code(token)));
    }

    /** Changed in the row, because the shortest life of a token is a minute. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = 'DELETED'|revoked|revoked",
                "state = 'DONE', win_device_id = '0123456789abcdef01234567'|used|used",
                "expire_at = now() - interval '1 second'|expired|expired",
                "generation = generation + 1|replaced|unknown",
                "salt = decode(repeat('00', 16), 'hex')|unknown|unknown",
                "key_id = 'gone'|unknown|unknown"
            })
    void what_has_ended_says_why(
            String change, String ofLink, String ofCode, EnrollmentServer server, Database database) {
        var token = invite("ana", server);
        database.update(
                "update enrollment.enrollment_token set " + change + " where id = ?", token.getString("tokenId"));

        assertNotUsable(ofLink, server.postProof(tenant, "verify", link(token)));
        assertNotUsable(ofLink, server.postProof(tenant, "redeem", on(DEVICE, link(token))));
        assertNotUsable(ofCode, server.postProof(tenant, "verify", code(token)));
        assertNotUsable(ofCode, server.postProof(tenant, "redeem", on(DEVICE, code(token))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "redeem"})
    void the_token_of_another_organization_looks_like_a_forged_one(
            String verb, EnrollmentServer server, HostDirectory host) {
        var token = invite("ana", server);
        var other = host.add(Tenant.any());
        var forged = server.postProof(other, verb, on(verb, byLink("forged")));

        assertNotUsable("unknown", forged);
        assertThat(server.postProof(other, verb, on(verb, link(token))).body()).isEqualTo(forged.body());
        assertThat(server.postProof(other, verb, on(verb, code(token))).body()).isEqualTo(forged.body());
        assertThat(server.postProof(tenant, verb, on(verb, code(token))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "redeem"})
    void the_permission_is_one_of_its_own(String verb, EnrollmentServer server, SigningKeys keys) {
        var token = invite("ana", server);
        var caller = DevelopmentJwt.of("service@acme.example", Instant.now()).organizations(tenant.slug());
        var creator =
                server.as(caller.permissions(Permission.CREATE, Permission.LIST).signedBy(keys));
        var redeemer = server.as(caller.permissions(Permission.REDEEM).signedBy(keys));

        assertRefused(creator.postProof(tenant, verb, on(verb, link(token))), HttpProblem.FORBIDDEN);
        assertThat(redeemer.postProof(tenant, verb, on(verb, link(token))).status())
                .isEqualTo(200);
        assertRefused(redeemer.postBulk(tenant, BulkBody.inviting()), HttpProblem.FORBIDDEN);
    }

    @Test
    void of_several_redeems_at_once_one_wins(EnrollmentServer server) {
        var token = invite("ana", server);

        var replies = atOnce(Stream.of(link(token), code(token), link(token), code(token))
                .map(proof -> on(Tenant.any().id(), proof))
                .map(proof -> () -> server.postProof(tenant, "redeem", proof)));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void twenty_wrong_codes_of_an_hour_lock_the_code_and_not_the_link(EnrollmentServer server, Database database) {
        var token = invite("ana", server);
        var second = invite("ana", server);
        var bystander = invite("bob", server);
        for (int i = 0; i < 19; i++) {
            var verb = i % 2 == 0 ? "verify" : "redeem";
            assertNotUsable("unknown", server.postProof(tenant, verb, on(verb, byCode("ana", WRONG))));
        }
        assertThat(server.postProof(tenant, "verify", code(token)).status()).isEqualTo(200);

        assertNotUsable("unknown", server.postProof(tenant, "verify", byCode("ana", WRONG)));

        assertNotUsable("unknown", server.postProof(tenant, "verify", code(token)));
        assertNotUsable("unknown", server.postProof(tenant, "redeem", on(DEVICE, code(second))));
        assertThat(tries(database, token)).isEqualTo(20);
        assertThat(isCodeLocked(server, token)).isTrue();
        assertThat(isCodeLocked(server, bystander)).isFalse();
        assertThat(server.postProof(tenant, "verify", code(bystander)).status()).isEqualTo(200);
        assertThat(server.open(token.getString("enrollmentLink")).status()).isEqualTo(200);
        assertThat(server.postProof(tenant, "redeem", on(DEVICE, link(token))).status())
                .isEqualTo(200);
        database.update(
                "update enrollment.enrollment_token set code_hour_at = code_hour_at - interval '1 hour' where id = ?",
                second.getString("tokenId"));
        assertThat(isCodeLocked(server, second)).as("when the hour is over").isFalse();
        assertThat(server.postProof(tenant, "redeem", on(OTHER_DEVICE, code(second)))
                        .status())
                .isEqualTo(200);
    }

    private boolean isCodeLocked(EnrollmentServer server, JsonObject token) {
        var tokens = server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
        return server.get(tokens + "/" + token.getString("tokenId")).data().getBoolean("codeLocked");
    }

    @Test
    void wrong_codes_tried_at_once_are_all_counted(EnrollmentServer server, Database database) {
        var token = invite("ana", server);

        atOnce(Stream.<Supplier<Reply>>generate(() -> () -> server.postProof(tenant, "verify", byCode("ana", WRONG)))
                        .limit(9))
                .forEach(reply -> assertNotUsable("unknown", reply));

        assertThat(tries(database, token)).isEqualTo(9);
        assertThat(server.postProof(tenant, "verify", code(token)).status()).isEqualTo(200);
    }

    private static List<Reply> atOnce(Stream<Supplier<Reply>> requests) {
        return requests.map(request -> CompletableFuture.supplyAsync(request, THREADS)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static long tries(Database database, JsonObject token) {
        return database.number(
                "select code_tries from enrollment.enrollment_token where id = ?", token.getString("tokenId"));
    }

    private JsonObject invite(String localPart, EnrollmentServer server) {
        var bulk = server.postBulk(
                tenant, BulkBody.inviting(tenant.address(localPart)).withoutMail());
        return server.reportOf(bulk).getJsonArray("items").getJsonObject(0);
    }

    private static JsonObject link(JsonObject token) {
        return byLink(token.getString("enrollmentLink").replaceFirst(".*/", ""));
    }

    private JsonObject code(JsonObject token) {
        return proof().add("email", token.getString("email"))
                .add("enrollCode", token.getString("enrollCode"))
                .build();
    }

    private JsonObject byCode(String localPart, String code) {
        return proof().add("email", tenant.address(localPart))
                .add("enrollCode", code)
                .build();
    }

    private static JsonObject byLink(String credential) {
        return proof().add("token", credential).build();
    }

    /** @param verb or a device: only a redemption names one */
    private static JsonObject on(String verb, JsonObject proof) {
        return verb.equals("verify")
                ? proof
                : Json.createObjectBuilder(proof)
                        .add("winDeviceId", verb.equals("redeem") ? DEVICE : verb)
                        .build();
    }

    private static JsonObjectBuilder proof() {
        return Json.createObjectBuilder();
    }

    private static void assertNotUsable(String reason, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        assertThat(reply.body())
                .isEqualTo("{\"status\":false,\"error\":{\"code\":5003,\"message\":\"Token not usable\","
                        + "\"data\":{\"reason\":\"" + reason + "\"}}}");
    }
}
