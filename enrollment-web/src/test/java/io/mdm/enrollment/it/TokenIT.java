package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One token: issued, seen, changed. */
class TokenIT extends SharedServer {
    private final Tenant tenant = Tenant.any();

    @Test
    void a_known_user_gets_one_token_and_one_mail(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var address = tenant.address("ana");
        var ana = host.addUser(tenant, address, "es");
        var policy = host.addPolicy(tenant);

        var reply = server.post(
                tokens(server),
                "{\"sendEmail\":true,\"mdmUserId\":\"%s\",\"winPolicyAssignments\":[{\"winPolicyId\":\"%s\",\"priority\":3}]}"
                        .formatted(ana, policy));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        var token = reply.data();
        assertThat(reply.header("Content-Location")).isEqualTo(tokens(server) + "/" + token.getString("id"));
        assertThat(token.getJsonObject("mdmUser").toString())
                .isEqualTo("{\"id\":\"%s\",\"email\":\"%s\"}".formatted(ana, address));
        assertThat(token.getString("language")).isEqualTo("es");
        assertThat(token.getJsonArray("winPolicyAssignments").toString())
                .isEqualTo(
                        "[{\"winPolicyId\":\"%1$s\",\"winPolicy\":{\"id\":\"%1$s\",\"name\":\"A policy\"},\"priority\":3}]"
                                .formatted(policy));
        assertThat(inbox.awaitMailTo(address).link()).isEqualTo(token.getString("enrollmentLink"));
        assertThat(server.get(reply.header("Content-Location")).data()).isEqualTo(token);
        assertThat(listed(server, tokens(server) + "?mdm-user=" + ana)).containsExactly(token);
    }

    @Test
    void a_change_belongs_to_one_token_of_the_batch(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var tokens = tokens(server);
        server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address("ana"), tenant.address("bob")).withoutMail());
        var ana = listed(server, tokens + "?search=ana@").get(0);

        server.send(server.request(tokens + "/" + ana.getString("id"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"displayName\":\"Hers\"}")));

        assertThat(listed(server, tokens + "?sort=email:asc"))
                .extracting(token -> String.valueOf(token.get("displayName")))
                .containsExactly("\"Hers\"", "null");
    }

    @Test
    void a_user_whose_address_cannot_be_mailed_gets_none(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var zoe = host.addUser(tenant, "zo\u00eb@" + tenant.slug() + ".example", "en");

        var reply = server.post(tokens(server), "{\"sendEmail\":false,\"mdmUserId\":\"" + zoe + "\"}");

        assertRefused(reply, HttpProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void a_policy_that_is_gone_is_no_obstacle_to_other_changes(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var policy = host.addPolicy(tenant);
        var ana = host.addUser(tenant, tenant.address("ana"), "en");
        var token = server.post(
                        tokens(server),
                        "{\"sendEmail\":false,\"mdmUserId\":\"%s\",\"winPolicyId\":\"%s\"}".formatted(ana, policy))
                .data();
        host.database().update("delete from mdm.windows_policy where id = ?", policy);

        var reply = server.send(server.request(tokens(server) + "/" + token.getString("id"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"tags\":[\"kept\"]}")));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.data().getString("winPolicyId")).isEqualTo(policy);
    }

    @Test
    void a_quota_that_is_reached_refuses_the_one_token(EnrollmentServer server, HostDirectory host) {
        var full = host.add(tenant.withQuota(0));
        var ana = host.addUser(full, full.address("ana"), "en");

        var reply = server.post(tokens(server), "{\"sendEmail\":false,\"mdmUserId\":\"" + ana + "\"}");

        assertRefused(reply, HttpProblem.QUOTA_REACHED);
    }

    @Test
    void who_may_not_create_sees_neither_link_nor_code(EnrollmentServer server, HostDirectory host, SigningKeys keys) {
        host.add(tenant);
        var tokens = tokens(server);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        var viewer = server.as(DevelopmentJwt.of("viewer@acme.example", Instant.now())
                .permissions(Permission.LIST, Permission.GET)
                .organizations("*")
                .signedBy(keys));

        var seen = listed(viewer, tokens).get(0);

        assertThat(seen.isNull("enrollmentLink")).isTrue();
        assertThat(seen.isNull("enrollCode")).isTrue();
        assertThat(viewer.get(tokens + "/" + seen.getString("id")).data()).isEqualTo(seen);
        assertThat(listed(server, tokens).get(0).getString("enrollCode")).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
    }

    private String tokens(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    private static List<JsonObject> listed(EnrollmentServer server, String path) {
        return server.get(path).data().getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
