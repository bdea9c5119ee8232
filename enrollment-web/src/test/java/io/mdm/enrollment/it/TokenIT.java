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
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
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
        assertThat(withoutMail(server.get(reply.header("Content-Location")).data()))
                .isEqualTo(withoutMail(token));
        assertThat(listed(server, tokens(server) + "?mdm-user=" + ana))
                .extracting(TokenIT::withoutMail)
                .containsExactly(withoutMail(token));
    }

    @Test
    void a_token_shows_its_mail_as_the_report_does(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), tenant.address("bob")));
        var report =
                server.awaitReportOf(bulk, data -> data.getJsonObject("mails").getInt("sent") == 2);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("carla")).withoutMail());

        var listed = listed(server, tokens(server) + "?sort=email:asc");

        assertThat(listed.subList(0, 2))
                .extracting(token -> token.getJsonObject("mail"))
                .containsExactlyElementsOf(report.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(item -> item.getJsonObject("mail"))
                        .toList());
        assertThat(server.get(tokens(server) + "/" + listed.get(0).getString("id"))
                        .data())
                .isEqualTo(listed.get(0));
        assertThat(listed.get(2).getJsonObject("mail").getString("state")).isEqualTo("notRequested");
    }

    @Test
    void a_token_names_its_bulk_unless_it_was_requested_alone(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk =
                server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        var bob = host.addUser(tenant, tenant.address("bob"), "en");
        var alone = server.post(tokens(server), "{\"sendEmail\":false,\"mdmUserId\":\"" + bob + "\"}")
                .data();

        assertThat(listed(server, tokens(server) + "?search=ana@"))
                .extracting(token -> token.getString("bulkId"))
                .containsExactly(server.reportOf(bulk).getString("id"));
        assertThat(alone.isNull("bulkId")).isTrue();
    }

    @Test
    void a_token_tells_when_a_device_was_enrolled_with_it(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        var pending = listed(server, tokens(server)).get(0);
        var link = pending.getString("enrollmentLink");

        var redeemed = server.postProof(
                        tenant,
                        "redeem",
                        Json.createObjectBuilder()
                                .add("token", link.substring(link.lastIndexOf('/') + 1))
                                .add("winDeviceId", "698efa6ed851667d9c0aec99")
                                .build())
                .data();

        assertThat(pending.isNull("enrolledAt")).isTrue();
        assertThat(redeemed.getString("enrolledAt")).isEqualTo(redeemed.getString("updatedAt"));
        assertThat(listed(server, tokens(server)).get(0).getString("enrolledAt"))
                .isEqualTo(redeemed.getString("enrolledAt"));
    }

    @Test
    void tokens_are_listed_by_their_bulk_and_by_exact_tags(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var madrid = bulk(server, "ana", "Madrid");
        bulk(server, "bob", "Lisbon");
        bulk(server, "carla", "Madrid north");
        var bob = listed(server, tokens(server) + "?search=bob@").get(0).getString("id");
        server.send(server.request(tokens(server) + "/" + bob)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"tags\":[\"Porto\"]}")));

        assertThat(people(server, "?bulk=" + madrid)).containsExactly("ana");
        assertThat(people(server, "?tag=Madrid")).containsExactly("ana");
        assertThat(people(server, "?tag=Madrid&tag=Porto&sort=email:asc")).containsExactly("ana", "bob");
        assertThat(people(server, "?tag=madrid")).isEmpty();
        assertThat(people(server, "?tag=Lisbon")).isEmpty();
        assertThat(people(server, "?tag=Porto&bulk=" + madrid)).isEmpty();
    }

    @Test
    void a_change_under_the_etag_of_the_creation_holds_although_the_mail_was_sent_meanwhile(
            EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var ana = host.addUser(tenant, tenant.address("ana"), "en");
        var created = server.post(tokens(server), "{\"sendEmail\":true,\"mdmUserId\":\"" + ana + "\"}");
        var location = created.header("Content-Location");
        inbox.awaitMailTo(tenant.address("ana"));
        Patience.await("the mail's state")
                .until(() -> server.get(location).data().getJsonObject("mail").getString("state"), "sent"::equals);

        var unchanged = server.send(server.request(location)
                .header("If-None-Match", created.header("ETag"))
                .GET());
        var changed = change(server, location, created.header("ETag"), "{\"displayName\":\"Hers\"}");
        var refused = change(server, location, created.header("ETag"), "{\"displayName\":\"His\"}");

        assertThat(unchanged.status()).as("the mail is part of the answer").isEqualTo(200);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertRefused(refused, HttpProblem.PRECONDITION_FAILED);
    }

    private static Reply change(EnrollmentServer server, String location, String etag, String body) {
        return server.send(server.request(location)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body)));
    }

    private String bulk(EnrollmentServer server, String recipient, String tag) {
        var reply = server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address(recipient))
                        .withoutMail()
                        .with("tags", Json.createArrayBuilder().add(tag).build()));
        return server.reportOf(reply).getString("id");
    }

    private List<String> people(EnrollmentServer server, String query) {
        return listed(server, tokens(server) + query).stream()
                .map(token -> token.getJsonObject("mdmUser").getString("email").split("@", 2)[0])
                .toList();
    }

    /** A mail goes its way while others look. */
    private static JsonObject withoutMail(JsonObject token) {
        return Json.createObjectBuilder(token).remove("mail").build();
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
