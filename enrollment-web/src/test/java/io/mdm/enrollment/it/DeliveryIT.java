package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.ReportedMails.count;
import static io.mdm.enrollment.it.ReportedMails.mails;
import static io.mdm.enrollment.it.ReportedMails.states;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What becomes of invitations when the relay is not as it should be: a server of its own, whose relay every test opens,
 * or not.
 */
@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryIT {
    /** Fewer than there are mail workers. */
    private static final int CONNECTIONS = 4;

    private OwnServer own;
    private EnrollmentServer server;
    private HostDirectory host;

    @BeforeAll
    void start(SigningKeys keys) {
        own = OwnServer.startWithFewConnections("delivery", keys, CONNECTIONS);
        server = own.administrator();
        host = own.host();
    }

    @AfterAll
    void stop() {
        own.close();
    }

    @Test
    void waits_for_a_relay_that_is_away_and_counts_no_attempt() throws IOException {
        var tenant = host.add(Tenant.any());
        var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), tenant.address("bob")));

        Patience.await("an attempt to connect")
                .until(() -> Files.readString(own.application().log()).contains("The mail relay cannot be used"));
        assertThat(mails(server.reportOf(bulk))).allSatisfy(mail -> {
            assertThat(mail.getString("state")).isEqualTo("queued");
            assertThat(mail.getInt("attempts")).isZero();
            assertThat(mail.isNull("lastReply")).isTrue();
        });

        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            Patience.await("the mails").until(() -> count(server.reportOf(bulk), "sent") == 2);
            assertThat(relay.recipients()).containsExactlyInAnyOrder(tenant.address("ana"), tenant.address("bob"));
            assertThat(mails(server.reportOf(bulk)))
                    .extracting(mail -> mail.getInt("attempts"))
                    .containsExactly(1, 1);
        }
    }

    @Test
    void puts_off_fails_or_delivers_each_mail_for_itself() throws IOException {
        var tenant = host.add(Tenant.any());
        var before = Instant.now();
        try (var relay = FaultySmtpServer.started(own.relayPort())
                .on("RCPT", "450 4.2.1 later", "550 5.1.1 nobody", "250 fine", "250 fine")
                .on(FaultySmtpServer.END_OF_DATA, "554 5.6.0 no", "250 fine")) {
            var bulk = server.postBulk(
                    tenant,
                    BulkBody.inviting(
                            tenant.address("later"),
                            tenant.address("nobody"),
                            tenant.address("unwanted"),
                            tenant.address("fine")));
            var report = server.awaitReportOf(bulk, data -> states(data).contains("sent"));

            assertThat(mails(report))
                    .extracting(mail ->
                            mail.getString("state") + " " + mail.getInt("attempts") + " " + mail.getString("lastReply"))
                    .containsExactly("deferred 1 450", "failed 1 550", "failed 1 554", "sent 1 250");
            assertThat(report.getJsonObject("mails").toString())
                    .isEqualTo("{\"queued\":0,\"deferred\":1,\"sent\":1,\"failed\":2,\"notRequested\":0}");
            var again = Instant.parse(mails(report).get(0).getString("nextAttemptAt"));
            assertThat(again)
                    .isBetween(before.plus(Duration.ofMinutes(4)), Instant.now().plus(Duration.ofMinutes(6)));
            assertThat(relay.messages()).hasSize(2);
        }
    }

    @Test
    void delivers_what_failed_when_the_bulk_is_resent() throws IOException {
        var tenant = host.add(Tenant.any());
        var bob = tenant.address("bob");
        try (var relay = FaultySmtpServer.started(own.relayPort()).on("RCPT", "250 fine", "550 5.1.1 not yet")) {
            var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), bob));
            server.awaitReportOf(bulk, data -> states(data).equals(List.of("sent", "failed")));

            assertThat(server.post(bulk.header("Content-Location") + "/resend")
                            .data()
                            .toString())
                    .isEqualTo("{\"total\":2,\"queued\":1,\"skipped\":1,\"tooSoon\":0}");

            server.awaitReportOf(bulk, data -> count(data, "sent") == 2);
            assertThat(relay.recipients()).containsExactly(tenant.address("ana"), bob, bob);
            assertThat(relay.messages()).hasSize(2);
        }
    }

    @Test
    void delivers_a_mail_that_was_put_off_when_its_time_has_come() throws IOException {
        var tenant = host.add(Tenant.any());
        try (var relay = FaultySmtpServer.started(own.relayPort()).on("RCPT", "450 4.2.1 later")) {
            var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")));
            var id = server.awaitReportOf(bulk, data -> states(data).contains("deferred"))
                    .getString("id");
            // five minutes are too long for a test
            host.database().update("update enrollment.invitation set next_attempt_at = now() where batch_id = ?", id);
            Patience.await("the end of the lane's run").until(() -> bringForward(id) == 1);

            var mail = mails(server.awaitReportOf(bulk, data -> count(data, "sent") == 1))
                    .get(0);
            assertThat(mail.getInt("attempts")).isEqualTo(2);
            assertThat(mail.getString("lastReply")).isEqualTo("250");
            assertThat(relay.messages()).hasSize(1);
        }
    }

    @Test
    void defers_mail_that_needs_smtputf8_which_was_switched_off_since() throws IOException {
        var tenant = host.add(Tenant.any());
        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            var bulk = server.postBulk(
                    tenant,
                    BulkBody.inviting(tenant.address("jose"), tenant.address("ana"))
                            .withoutMail());
            var id = server.reportOf(bulk).getString("id");
            host.database()
                    .update(
                            "update enrollment.enrollment_token set email = 'jos\u00e9@b.example' where batch_id = ? and batch_index = 0",
                            id);

            server.post(bulk.header("Content-Location") + "/resend");

            var report = server.awaitReportOf(bulk, data -> states(data).equals(List.of("deferred", "sent")));
            assertThat(mails(report).get(0).getInt("attempts")).isZero();
            assertThat(relay.recipients()).containsExactly(tenant.address("ana"));
            assertThat(Files.readString(own.application().log()))
                    .containsOnlyOnce("1 invitations of batch " + id
                            + " are deferred: their addresses need mdm.enrollment.mail.smtputf8=true")
                    .doesNotContain("b.example");
        }
    }

    @Test
    void delivers_a_large_bulk_to_everybody_exactly_once() throws IOException {
        var tenant = host.add(Tenant.any());
        var everybody = IntStream.range(0, 2000)
                .mapToObj(i -> tenant.address("user" + i))
                .toList();
        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            var bulk = server.postBulk(tenant, BulkBody.inviting(everybody));
            Patience.await("all mails").until(() -> count(server.reportOf(bulk), "sent") == everybody.size());

            assertThat(relay.recipients()).containsExactlyInAnyOrderElementsOf(everybody);
            assertThat(relay.messages()).hasSize(everybody.size()).doesNotHaveDuplicates();
        }
    }

    @Test
    void fifty_bulks_at_once_on_four_connections_are_carried_out_or_refused_and_their_mail_leaves() throws IOException {
        var tenant = host.add(Tenant.any());
        var clients = Executors.newFixedThreadPool(50);
        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            var replies = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> server.postBulk(tenant, BulkBody.inviting(tenant.address("user" + i))), clients))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(replies).extracting(Reply::status).isSubsetOf(200, 503).contains(200);
            var promised =
                    replies.stream().filter(reply -> reply.status() == 200).toList();
            Patience.await("all mails")
                    .until(() -> promised.stream().allMatch(bulk -> count(server.reportOf(bulk), "sent") == 1));
            assertThat(relay.messages()).hasSameSizeAs(promised);
        } finally {
            clients.shutdownNow();
        }
        // none of the connections was kept by whoever was refused
        var afterwards = IntStream.range(0, 2 * CONNECTIONS)
                .mapToObj(i -> server.postBulk(
                        tenant, BulkBody.inviting(tenant.address("late" + i)).withoutMail()));
        assertThat(afterwards).extracting(Reply::status).containsOnly(200);
    }

    /** Returns how many lanes of a batch are to be run now. */
    private int bringForward(String batchId) {
        return host.database()
                .update(
                        "update enrollment.scheduled_tasks set execution_time = now() where not picked and task_instance like ?",
                        "%" + batchId + "%");
    }
}
