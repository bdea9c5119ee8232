package io.mdm.enrollment.it;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Mails that leave later, to a real inbox. Instead of waiting, rows are moved back in time. */
class SchedulingIT extends SharedServer {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Tenant tenant = Tenant.any();
    private final String ana = tenant.address("ana");
    private final String bob = tenant.address("bob");
    private final Instant monday = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void tokens_are_issued_now_and_begin_to_work_when_their_mails_leave(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var bulk = scheduled(server, tenant);
        var report = server.reportOf(bulk);

        assertThat(report.getString("sendAt")).isEqualTo(monday.toString());
        assertThat(report.getBoolean("overdue")).isFalse();
        assertThat(Instant.parse(report.getString("expireAt"))).isEqualTo(monday.plus(WEEK));
        assertThat(report.getJsonObject("mails").getInt("queued")).isEqualTo(2);
        assertThat(listed(server).getString("sendAt")).isEqualTo(monday.toString());
        assertNotYet(redeem(server, report, 0));
        assertThat(server.open(link(report, 0)).body()).contains("This link does not work yet");
        assertNotYet(server.post(bulk.header("Content-Location") + "/resend"));

        letComeDue(database, report.getString("id"), "1 s");

        server.awaitReportOf(bulk, SchedulingIT::areSent);
        var link = inbox.awaitMailTo(ana).link();
        assertThat(link).isEqualTo(link(report, 0));
        assertThat(server.open(link).status()).isEqualTo(200);
        assertThat(redeem(server, report, 0).status()).isEqualTo(200);
    }

    @Test
    void until_then_the_time_can_be_changed(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = scheduled(server, tenant);
        var path = bulk.header("Content-Location");
        var tuesday = monday.plus(Duration.ofDays(1));

        assertThat(sendAt(server, path, tuesday).status()).isEqualTo(200);

        var report = server.reportOf(bulk);
        assertThat(report.getString("sendAt")).isEqualTo(tuesday.toString());
        assertThat(Instant.parse(report.getString("expireAt"))).isEqualTo(tuesday.plus(WEEK));
        assertThat(inbox.mailsTo(ana)).isEmpty();

        assertThat(sendAt(server, path, Instant.now()).status()).isEqualTo(200);

        server.awaitReportOf(bulk, SchedulingIT::areSent);
        var late = sendAt(server, path, tuesday);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.errorCode()).isEqualTo(5004);
        assertThat(inbox.mailsTo(ana)).hasSize(1);
    }

    @Test
    void what_is_deleted_does_not_leave(EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var bulk = scheduled(server, tenant);
        var deleted =
                server.send(server.request(bulk.header("Content-Location")).DELETE());
        assertThat(deleted.status()).isEqualTo(200);

        letComeDue(database, server.reportOf(bulk).getString("id"), "1 s");

        server.awaitReportOf(bulk, report -> report.getJsonObject("mails").getInt("queued") == 0);
        assertThat(server.reportOf(bulk).getJsonObject("mails").getInt("sent")).isZero();
        assertThat(inbox.mailsTo(ana)).isEmpty();
    }

    /** The rows of a backup that is restored after the time of its mails know nothing of what left since. */
    @Test
    void what_a_restored_backup_holds_waits_until_somebody_says_go(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var bulk = scheduled(server, tenant);
        var id = server.reportOf(bulk).getString("id");

        letComeDue(database, id, "25 hours");

        Patience.await("a look at the lane")
                .until(
                        () -> database.number(
                                "select count(*) from enrollment.scheduled_tasks where task_instance like ?"
                                        + " and not picked and execution_time > now() + interval '5 min'",
                                "%/" + id + "/%"),
                        count -> count == 1);
        assertThat(inbox.mailsTo(ana)).isEmpty();
        assertThat(server.reportOf(bulk).getBoolean("overdue")).isTrue();
        assertThat(listed(server).getBoolean("overdue")).isTrue();

        assertThat(sendAt(server, bulk.header("Content-Location"), Instant.now())
                        .status())
                .isEqualTo(200);

        var report = server.awaitReportOf(bulk, SchedulingIT::areSent);
        assertThat(report.getBoolean("overdue")).isFalse();
        assertThat(inbox.mailsTo(ana)).hasSize(1);
        assertThat(inbox.mailsTo(bob)).hasSize(1);
    }

    @Test
    void the_time_outlives_a_restart(SigningKeys keys) {
        try (var postgres = LocalPostgres.start()) {
            var own = OwnServer.startBehind("scheduling-before", keys, postgres, postgres.jdbcUrl());
            own.host().add(tenant);
            var bulk = scheduled(own.administrator(), tenant);
            var id = own.administrator().reportOf(bulk).getString("id");
            own.application().close();

            letComeDue(new Database(postgres.dataSource()), id, "1 hour");

            var restarted = OwnServer.startBehind("scheduling-after", keys, postgres, postgres.jdbcUrl());
            try (var relay = Inbox.open(restarted.relayPort())) {
                restarted.administrator().awaitReportOf(bulk, SchedulingIT::areSent);
                assertThat(relay.mails()).hasSize(2);
            } finally {
                restarted.application().close();
            }
        }
    }

    @Test
    void reminders_count_from_the_end_which_moves_with_the_time(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant,
                body().with("reminders", Json.createArrayBuilder().add(86_400).build()));
        var id = server.reportOf(bulk).getString("id");
        assertThat(reminderIsDue(database, id)).isEqualTo(monday.plus(WEEK).minus(Duration.ofDays(1)));

        sendAt(server, bulk.header("Content-Location"), monday.plus(Duration.ofDays(1)));

        assertThat(reminderIsDue(database, id)).isEqualTo(monday.plus(WEEK));
    }

    private static Instant reminderIsDue(Database database, String id) {
        return Instant.ofEpochSecond(database.number(
                "select extract(epoch from due_at)::bigint from enrollment.reminder where batch_id = ?", id));
    }

    private BulkBody body() {
        return BulkBody.inviting(ana, bob)
                .with("duration", Json.createValue(WEEK.toSeconds()))
                .with("sendAt", ISO_OFFSET_DATE_TIME.format(monday.atOffset(ZoneOffset.ofHours(2))));
    }

    private Reply scheduled(EnrollmentServer server, Tenant organization) {
        var bulk = server.postBulk(organization, body());
        assertThat(bulk.status()).as(bulk.body()).isEqualTo(200);
        return bulk;
    }

    /** As if so much time had passed since the mails should have left. */
    private static void letComeDue(Database database, String id, String ago) {
        database.update("update enrollment.enrollment_batch set send_at = now() - ?::interval where id = ?", ago, id);
        database.update(
                "update enrollment.enrollment_token set starts_at = now() - ?::interval where batch_id = ?", ago, id);
        database.update(
                "update enrollment.scheduled_tasks set execution_time = now() where task_instance like ? and not picked",
                "%/" + id + "/%");
    }

    private JsonObject listed(EnrollmentServer server) {
        return server.get(server.bulks(tenant.slug()).getRawPath())
                .data()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static Reply sendAt(EnrollmentServer server, String path, Instant time) {
        return server.send(server.request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"sendAt\":\"" + time + "\"}")));
    }

    private static String link(JsonObject report, int index) {
        return report.getJsonArray("items").getJsonObject(index).getString("enrollmentLink");
    }

    private Reply redeem(EnrollmentServer server, JsonObject report, int index) {
        var link = link(report, index);
        var proof = Json.createObjectBuilder()
                .add("token", link.substring(link.lastIndexOf('/') + 1))
                .add("winDeviceId", "698efa6ed851667d9c0aec99");
        return server.postProof(tenant, "redeem", proof.build());
    }

    private static void assertNotYet(Reply refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo(5003);
        assertThat(refused.json().getJsonObject("error").getJsonObject("data").getString("reason"))
                .isEqualTo("notYet");
    }

    private static boolean areSent(JsonObject report) {
        return report.getJsonObject("mails").getInt("sent") == 2;
    }
}
