package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.ReportedMails.count;
import static io.mdm.enrollment.it.ReportedMails.mails;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server of its own that may send each organization few mails an hour. */
@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailReputationIT {
    private static final int HOURLY = 10;

    private OwnServer own;
    private EnrollmentServer server;
    private HostDirectory host;

    @BeforeAll
    void start(SigningKeys keys) {
        own = OwnServer.start(
                "mail-reputation", keys, Map.of("MDM_ENROLLMENT_MAIL_ORGANIZATION_HOURLY", Integer.toString(HOURLY)));
        server = own.administrator();
        host = own.host();
    }

    @AfterAll
    void stop() {
        own.close();
    }

    @Test
    void what_is_beyond_the_hours_mails_waits_and_others_do_not() throws IOException {
        var busy = host.add(Tenant.any());
        var other = host.add(Tenant.any());
        var many = IntStream.range(0, 500).mapToObj(i -> busy.address("p" + i)).toList();
        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            var bulk = server.postBulk(busy, BulkBody.inviting(many));
            var small = server.postBulk(other, BulkBody.inviting(other.address("ana")));
            server.awaitReportOf(small, report -> count(report, "sent") == 1);
            Patience.await("lanes that wait for an hour").until(() -> dueLanes(bulk) == 0);

            assertThat(count(server.reportOf(bulk), "sent")).isEqualTo(HOURLY);
            assertThat(count(server.reportOf(bulk), "queued")).isEqualTo(many.size() - HOURLY);
            assertThat(relay.messages()).hasSize(HOURLY + 1);

            anHourPasses(busy, bulk);
            server.awaitReportOf(bulk, report -> count(report, "sent") == 2 * HOURLY);
            Patience.await("lanes that wait again").until(() -> dueLanes(bulk) == 0);
            assertThat(relay.messages()).hasSize(2 * HOURLY + 1).doesNotHaveDuplicates();
            assertThat(mails(server.reportOf(bulk)))
                    .filteredOn(mail -> mail.getString("state").equals("queued"))
                    .extracting(mail -> mail.getInt("attempts"))
                    .containsOnly(0);
        }
    }

    @Test
    void whom_the_relay_called_unknown_is_mailed_again_by_a_resend_only() throws IOException {
        var tenant = host.add(Tenant.any());
        var gone = tenant.address("gone");
        try (var relay = FaultySmtpServer.started(own.relayPort()).on("RCPT", "550 5.1.1 nobody")) {
            var first = server.postBulk(tenant, BulkBody.inviting(gone));
            server.awaitReportOf(first, report -> count(report, "failed") == 1);

            var second = server.postBulk(tenant, BulkBody.inviting("GONE" + gone.substring(4), tenant.address("ana")));
            var report = server.awaitReportOf(second, data -> count(data, "sent") == 1);
            assertThat(mails(report))
                    .extracting(mail ->
                            mail.getString("state") + " " + mail.getInt("attempts") + " " + mail.getString("lastReply"))
                    .containsExactly("failed 0 550", "sent 1 250");
            assertThat(relay.recipients()).containsExactly(gone, tenant.address("ana"));

            server.post(second.header("Content-Location") + "/resend");
            server.awaitReportOf(second, data -> count(data, "sent") == 2);
            var third = server.postBulk(tenant, BulkBody.inviting(gone));
            server.awaitReportOf(third, data -> count(data, "sent") == 1);
        }
    }

    /** The relay sees the counts only if no transaction is open that holds them as long as it takes. */
    @Test
    void a_test_mail_is_counted_before_it_is_sent_even_with_a_key(SigningKeys keys) throws IOException {
        var tenant = host.add(Tenant.any());
        var caller = server.as(DevelopmentJwt.of("tester@own.example", Instant.now())
                .everyPermission()
                .organizations("*")
                .with("email", Json.createValue(tenant.address("tester")))
                .signedBy(keys));
        var counted = new AtomicLong();
        try (var relay =
                FaultySmtpServer.started(own.relayPort()).before("RCPT", () -> counted.set(mailsCounted(tenant)))) {
            var sent = caller.send(caller.request(caller.bulks(tenant.slug()).getRawPath() + "/test-mail")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", tenant.id())
                    .POST(BodyPublishers.ofString(BulkBody.inviting().json().toString())));

            assertThat(sent.status()).as(sent.body()).isEqualTo(200);
            assertThat(relay.messages()).hasSize(1);
            assertThat(counted).as("of the caller and of the organization").hasValue(2);
        }
    }

    private long mailsCounted(Tenant tenant) {
        return host.database()
                .number(
                        "select coalesce(sum(mails), 0) from enrollment.hourly_mail_quota where owner like ?",
                        tenant.id() + "%");
    }

    /** Counts and schedules are moved, because the clock of the server cannot be. */
    private void anHourPasses(Tenant tenant, Reply bulk) {
        host.database()
                .update(
                        "update enrollment.hourly_mail_quota set minute = minute - interval '61 minutes' where owner = ?",
                        tenant.id());
        host.database()
                .update(
                        "update enrollment.scheduled_tasks set execution_time = now() where task_instance like ?",
                        lanesOf(bulk));
    }

    /** Lanes that run or will within the hour. */
    private long dueLanes(Reply bulk) {
        return host.database()
                .number(
                        "select count(*) from enrollment.scheduled_tasks where task_instance like ?"
                                + " and (picked or execution_time <= now() + interval '59 minutes')",
                        lanesOf(bulk));
    }

    private String lanesOf(Reply bulk) {
        return "%/" + server.reportOf(bulk).getString("id") + "/%";
    }
}
