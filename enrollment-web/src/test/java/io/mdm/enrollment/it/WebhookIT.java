package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static io.mdm.enrollment.support.Patience.await;
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
import io.mdm.enrollment.support.WebhookInbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks, from a request to the module to a receiver on a socket. */
class WebhookIT extends SharedServer {
    private static final String DEVICE = "698efa6ed851667d9c0aec99";

    private final Tenant tenant = Tenant.any();
    private final WebhookInbox inbox = WebhookInbox.open();
    private String webhook = "";

    @BeforeEach
    void add(HostDirectory host) {
        host.add(tenant);
        webhook = host.addWebhook(tenant, inbox);
    }

    @AfterEach
    void remove(Database database) {
        database.update("delete from mdm.webhook where id = ?", webhook);
        inbox.close();
    }

    @Test
    void everything_that_happens_arrives_signed_and_in_order(EnrollmentServer server, Database database) {
        var people = List.of(tenant.address("ana"), tenant.address("bob"), tenant.address("eve"));
        var bulk = server.postBulk(tenant, BulkBody.inviting(people));
        await("completion").until(() -> types().contains("bulk.completed"));

        var report = server.reportOf(bulk);
        var ana = item(report, 0);
        var proof = Json.createObjectBuilder()
                .add("token", ana.getString("enrollmentLink").replaceFirst(".*/enroll/", ""))
                .add("winDeviceId", DEVICE)
                .build();
        assertThat(server.postProof(tenant, "redeem", proof).status()).isEqualTo(200);
        await("redemption").until(() -> types().contains("enrollmentToken.redeemed"));
        server.send(server.request(tokens(server) + "/" + item(report, 1).getString("tokenId"))
                .DELETE());
        await("revocation").until(() -> types().contains("enrollmentToken.revoked"));
        database.update(
                "update enrollment.enrollment_token set expire_at = now() + interval '1 s' where id = ?",
                item(report, 2).getString("tokenId"));
        await("expiry").until(() -> types().contains("enrollmentToken.expired"));

        assertThat(types())
                .containsExactly(
                        "bulk.created",
                        "enrollmentToken.created",
                        "enrollmentToken.created",
                        "enrollmentToken.created",
                        "invitation.sent",
                        "invitation.sent",
                        "invitation.sent",
                        "bulk.completed",
                        "enrollmentToken.redeemed",
                        "enrollmentToken.revoked",
                        "enrollmentToken.expired");
        assertThat(inbox.events()).allSatisfy(event -> {
            assertThat(event.getString("source")).isEqualTo("https://mdm.example");
            assertThat(event.getJsonObject("data").getString("organizationId")).isEqualTo(tenant.id());
            assertThat(event.getJsonObject("data").getString("bulkId")).isEqualTo(report.getString("id"));
        });
        assertThat(inbox.events()).extracting(event -> event.getString("id")).doesNotHaveDuplicates();
        assertThat(inbox.events().get(8).getJsonObject("data").getString("winDeviceId"))
                .isEqualTo(DEVICE);
        assertThat(inbox.events().get(7).getJsonObject("data").getInt("sent")).isEqualTo(3);
        assertThat(inbox.requests())
                .allSatisfy(request -> assertThat(request.body())
                        .doesNotContain("@", tenant.name(), ana.getString("enrollCode"), "/enroll/"));
    }

    @Test
    void neither_urls_nor_secrets_are_logged(EnrollmentServer server) throws IOException {
        inbox.answering(410);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        await("pause").until(() -> "paused".equals(state(server)));

        var log = Files.readString(Path.of(System.getProperty("it.directory"), "server.log"));
        assertThat(log).contains("Webhook " + webhook + " is paused").doesNotContain("whsec_", inbox.url());
    }

    @Test
    void a_request_that_was_not_accepted_is_repeated_with_its_id(EnrollmentServer server) {
        inbox.answering(503);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());

        await("repetition").until(() -> inbox.requests().size() == 2);

        var requests = inbox.requests();
        assertThat(requests.get(1).id()).isEqualTo(requests.get(0).id());
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        assertThat(types()).containsExactly("bulk.created", "enrollmentToken.created", "bulk.completed");
    }

    @Test
    void a_receiver_that_is_gone_is_named_until_it_is_replayed(EnrollmentServer server) {
        inbox.answering(410);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        await("pause").until(() -> "paused".equals(state(server)));

        assertThat(server.health("ready").body()).contains(webhook);
        assertThat(server.get(tokens(server) + "/audit?action=webhookPaused")
                        .data()
                        .getJsonArray("items"))
                .extracting(entry -> entry.asJsonObject().getString("webhookId"))
                .containsExactly(webhook);

        assertThat(replay(server, "").data().getString("state")).isEqualTo("active");
        await("delivery").until(() -> types().size() == 3);
        assertThat(server.health("ready").body()).doesNotContain(webhook);
    }

    @Test
    void events_since_a_time_are_delivered_again(EnrollmentServer server) {
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        await("delivery").until(() -> types().size() == 3);
        var first = inbox.events();

        replay(server, "?from=" + first.get(0).getString("time"));

        await("second delivery").until(() -> types().size() == 6);
        assertThat(inbox.events().subList(3, 6)).isEqualTo(first);
        assertThat(server.get(tokens(server) + "/audit?action=webhookReplayed")
                        .data()
                        .getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void only_who_may_sees_it_and_only_callers_of_all_organizations_see_those_of_all(
            EnrollmentServer server, SigningKeys keys, Database database) {
        var shared = "f".repeat(24);
        database.update(
                "insert into mdm.webhook (id, organization_id, url, secret, events) values (?, null, ?, ?, '')",
                shared,
                "https://host.example/hook?key=secret",
                WebhookInbox.SECRET);
        try {
            var caller = DevelopmentJwt.of("caller@acme.example", Instant.now());
            var lister = caller.organizations("*").permissions(Permission.LIST).signedBy(keys);
            var own = caller.organizations(tenant.slug())
                    .permissions(Permission.WEBHOOK)
                    .signedBy(keys);

            assertRefused(list(server.as(lister)), HttpProblem.FORBIDDEN);
            assertThat(ids(list(server.as(own)))).containsExactly(webhook);
            assertThat(ids(list(server))).containsExactly(webhook, shared);
            assertThat(list(server).body()).doesNotContain("whsec_", "key=");
            assertRefused(
                    server.as(own).post(tokens(server) + "/webhooks/" + shared + "/replay"),
                    HttpProblem.ENTITY_NOT_FOUND);
        } finally {
            database.update("delete from mdm.webhook where id = ?", shared);
        }
    }

    private List<String> types() {
        return inbox.events().stream()
                .map(event -> event.getString("type").replaceFirst("mdm.windows.", ""))
                .toList();
    }

    private Reply replay(EnrollmentServer server, String query) {
        return server.post(tokens(server) + "/webhooks/" + webhook + "/replay" + query);
    }

    private String state(EnrollmentServer server) {
        return list(server).data().getJsonArray("items").getJsonObject(0).getString("state");
    }

    private static List<String> ids(Reply list) {
        return list.data().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    private Reply list(EnrollmentServer server) {
        return server.get(tokens(server) + "/webhooks");
    }

    private String tokens(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    private static JsonObject item(JsonObject report, int index) {
        return report.getJsonArray("items").getJsonObject(index);
    }
}
