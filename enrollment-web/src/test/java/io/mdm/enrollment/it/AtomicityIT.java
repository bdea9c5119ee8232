package io.mdm.enrollment.it;

import static io.mdm.enrollment.support.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import io.mdm.enrollment.support.WebhookInbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Nothing is created unless the answer is 200. */
class AtomicityIT extends SharedServer {

    /** The delivery is scheduled last: when that fails, everything else has been written. */
    @Test
    void a_request_that_fails_at_its_last_step_leaves_nothing(EnrollmentServer server, LocalPostgres postgres)
            throws SQLException {
        try (var database = postgres.dataSource().getConnection()) {
            long before = rows(database);
            execute(
                    database,
                    "alter table enrollment.scheduled_tasks add constraint nothing_new check (picked) not valid");
            try {
                var reply = server.postBulk(
                        "acme", "{\"sendEmail\":true,\"userEmails\":[\"nobody@atomicity.example\",\"invalid\"]}");

                assertThat(reply.status()).isEqualTo(500);
                assertThat(reply.body())
                        .isEqualTo("{\"status\":false,\"error\":{\"code\":1000,\"message\":\"Internal error\"}}");
                assertThat(rows(database)).isEqualTo(before);
            } finally {
                execute(database, "alter table enrollment.scheduled_tasks drop constraint nothing_new");
            }
        }
    }

    /** What waits for the end of the transaction must not be committed without it. */
    @Test
    void a_request_whose_commit_fails_leaves_neither_a_receipt_nor_an_event(
            EnrollmentServer server, HostDirectory host, Database database) {
        var tenant = host.add(Tenant.any());
        try (var inbox = WebhookInbox.open()) {
            host.addWebhook(tenant, inbox);
            var token = server.reportOf(server.postBulk(
                            tenant, BulkBody.inviting(tenant.address("ana")).withoutMail()))
                    .getJsonArray("items")
                    .getJsonObject(0);
            failCommits(database, tenant);
            assertThat(bulk(server, tenant).status()).isIn(500, 503);
            assertThat(redeem(server, tenant, token).status()).isIn(500, 503);
            allowCommits(database);

            assertThat(server.reportOf(bulk(server, tenant)).getInt("total")).isEqualTo(1);
            assertThat(redeem(server, tenant, token).status()).isEqualTo(200);
            await("events").until(() -> inbox.events().size() >= 7);
            assertThat(inbox.events())
                    .extracting(event -> event.getString("type").replace("mdm.windows.", ""))
                    .containsExactly(
                            "bulk.created",
                            "enrollmentToken.created",
                            "bulk.completed",
                            "bulk.created",
                            "enrollmentToken.created",
                            "bulk.completed",
                            "enrollmentToken.redeemed");
        } finally {
            allowCommits(database);
            database.update("delete from mdm.webhook where organization_id = ?", tenant.id());
        }
    }

    private static void failCommits(Database database, Tenant tenant) {
        database.update("""
                create function public.fail_commit() returns trigger language plpgsql as
                $$ begin raise exception 'no commit'; end $$
                """);
        database.update("""
                create constraint trigger fail_commit after insert or update on enrollment.enrollment_token
                deferrable initially deferred for each row when (new.organization_id = '%s')
                execute function public.fail_commit()
                """.formatted(tenant.id()));
    }

    private static void allowCommits(Database database) {
        database.update("drop function if exists public.fail_commit() cascade");
    }

    private static Reply bulk(EnrollmentServer server, Tenant tenant) {
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "commit-" + tenant.id())
                .POST(BodyPublishers.ofString(BulkBody.inviting(tenant.address("bob"))
                        .withoutMail()
                        .json()
                        .toString())));
    }

    private static Reply redeem(EnrollmentServer server, Tenant tenant, JsonObject token) {
        var proof = Json.createObjectBuilder()
                .add("token", token.getString("enrollmentLink").replaceFirst(".*/enroll/", ""))
                .add("winDeviceId", "698efa6ed851667d9c0aec99")
                .build();
        return server.postProof(tenant, "redeem", proof);
    }

    private static long rows(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select (select count(*) from enrollment.enrollment_batch)
                             + (select count(*) from enrollment.enrollment_token)
                             + (select count(*) from enrollment.enrollment_rejection)
                             + (select count(*) from enrollment.invitation)
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
