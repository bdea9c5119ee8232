package io.mdm.enrollment.it;

import static io.mdm.enrollment.support.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Metrics;
import io.mdm.enrollment.support.Tenant;
import io.mdm.enrollment.support.WebhookInbox;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Webhooks whose receiver hangs, fails or is gone: what others notice of it, and what is told of it. */
class WebhookTroubleIT extends SharedServer {
    private static final int DELIVERIES_AT_ONCE = 4;

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
        database.update("delete from mdm.webhook where organization_id = ?", tenant.id());
        inbox.close();
    }

    @Test
    void neither_requests_nor_mails_wait_for_receivers_that_hang(
            EnrollmentServer server, HostDirectory host, Inbox mails) {
        for (int more = 1; more < DELIVERIES_AT_ONCE; more++) {
            host.addWebhook(tenant, inbox);
        }
        inbox.hold();
        server.postBulk(tenant, BulkBody.inviting(tenant.address("first")).withoutMail());
        await("requests to all receivers").until(() -> inbox.held() >= DELIVERIES_AT_ONCE);

        var people = List.of(tenant.address("ana"), tenant.address("bob"));
        var bulk = server.postBulk(tenant, BulkBody.inviting(people));
        people.forEach(mails::awaitMailTo);

        assertThat(bulk.status()).isEqualTo(200);
        assertThat(inbox.requests()).as("none was answered before the mails").isEmpty();
        inbox.release();
        await("the events of the bulk")
                .until(() -> inbox.events().stream()
                                .filter(event -> event.getString("type").endsWith(".invitation.sent"))
                                .map(event -> event.getString("subject"))
                                .distinct()
                                .count()
                        == people.size());
    }

    @Test
    @Tag("metrics")
    void a_pause_is_measured_until_it_ends(EnrollmentServer server) {
        await("no other pause").until(() -> measured(server, "enrollment_webhooks_paused") == 0);
        var gone = measured(server, "enrollment_webhook_requests_total{result=\"gone\"}");
        var accepted = measured(server, "enrollment_webhook_requests_total{result=\"accepted\"}");

        pause(server);
        await("the pause").until(() -> measured(server, "enrollment_webhooks_paused") == 1);
        assertThat(measured(server, "enrollment_webhook_requests_total{result=\"gone\"}"))
                .isEqualTo(gone + 1);

        server.post(webhooks(server) + "/" + webhook + "/replay");
        await("its end").until(() -> measured(server, "enrollment_webhooks_paused") == 0);
        await("acceptance")
                .until(() -> measured(server, "enrollment_webhook_requests_total{result=\"accepted\"}") > accepted);
    }

    @Test
    void everything_about_a_webhook_is_in_the_list(EnrollmentServer server, Database database) {
        pause(server);
        var oldest = inbox.requests().get(0).events().get(0).getString("time");
        database.update("""
                update enrollment.webhook_progress set failures = 3, failing_since = '2026-11-29 08:00:00.125+00',
                    last_failure = 'STATUS', last_status = 503, paused_at = '2026-12-02 08:00:00+00' where webhook_id = ?
                """, webhook);

        assertThat(server.get(webhooks(server)).data())
                .isEqualTo(Json.createReader(new StringReader("""
                {"items": [{
                  "id": "%s",
                  "url": "%s",
                  "events": [
                    "mdm.windows.bulk.completed", "mdm.windows.bulk.created",
                    "mdm.windows.enrollmentToken.created", "mdm.windows.enrollmentToken.expired",
                    "mdm.windows.enrollmentToken.redeemed", "mdm.windows.enrollmentToken.revoked",
                    "mdm.windows.invitation.failed", "mdm.windows.invitation.sent"],
                  "shared": false,
                  "state": "paused",
                  "failures": 3,
                  "failingSince": "2026-11-29T08:00:00.125Z",
                  "lastFailure": "status",
                  "lastStatus": 503,
                  "nextAttemptAt": null,
                  "pausedAt": "2026-12-02T08:00:00Z",
                  "oldestEventAt": "%s"}]}
                """.formatted(webhook, inbox.url(), oldest)))
                        .readObject());

        // far away, so that it stays as it is
        database.update("""
                update enrollment.webhook_progress set paused_at = null, next_attempt_at = '2099-12-02 08:00:00+00'
                where webhook_id = ?
                """, webhook);
        assertThat(server.get(webhooks(server))
                        .data()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .toString())
                .contains("\"state\":\"failing\"", "\"nextAttemptAt\":\"2099-12-02T08:00:00Z\",\"pausedAt\":null");
    }

    private void pause(EnrollmentServer server) {
        inbox.answering(410);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        await("pause").until(() -> server.get(webhooks(server)).body().contains("\"paused\""));
    }

    private static double measured(EnrollmentServer server, String name) {
        return Metrics.of(server).value(name);
    }

    private String webhooks(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("bulk$", "webhooks");
    }
}
