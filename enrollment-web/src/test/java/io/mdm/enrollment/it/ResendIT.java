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
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail once more, to a real inbox. */
class ResendIT extends SharedServer {
    private final Tenant tenant = Tenant.any();
    private final String ana = tenant.address("ana");
    private final String bob = tenant.address("bob");

    @Test
    void the_same_link_comes_again_in_a_message_of_its_own(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana));
        server.awaitReportOf(bulk, ResendIT::isSent);
        var before = server.report(bulk.header("Content-Location"));

        var resent = server.post(resendPath(server, before.data()));

        var queuedAt = resent.data().getJsonObject("mail").getString("queuedAt");
        assertThat(resent.body())
                .isEqualTo(("{'status':true,'data':{'id':'%s','mail':{'state':'queued','attempts':0,'lastReply':null,"
                                + "'queuedAt':'%s','sentAt':null,'nextAttemptAt':'%s'}}}")
                        .formatted(tokenId(before.data()), queuedAt, queuedAt)
                        .replace('\'', '"'));
        var mails = inbox.awaitMailsTo(ana, 2);
        assertThat(mails).hasSize(2).extracting(Mail::link).containsOnly(link(before.data()));
        assertThat(mails).extracting(mail -> mail.message().getMessageID()).doesNotHaveDuplicates();
        assertThat(mail(server.awaitReportOf(bulk, ResendIT::isSent)).getString("queuedAt"))
                .isEqualTo(queuedAt);
        assertThat(server.report(bulk.header("Content-Location")).header("ETag"))
                .isNotEqualTo(before.header("ETag"));
    }

    @Test
    void a_new_link_ends_the_old_one(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana));
        var old = inbox.awaitMailTo(ana).link();

        var resent = server.post(resendPath(server, server.reportOf(bulk)), "{\"rotate\":true}");

        assertThat(resent.status()).as(resent.body()).isEqualTo(200);
        var fresh = inbox.awaitMailsTo(ana, 2).get(1).link();
        assertThat(fresh).isNotEqualTo(old).isEqualTo(link(server.reportOf(bulk)));
        assertThat(server.open(fresh).status()).isEqualTo(200);
        assertThat(server.open(old).status()).isEqualTo(410);
    }

    @Test
    void one_who_was_not_to_be_mailed_is_mailed_when_asked_for(
            EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob).withoutMail());

        server.post(resendPath(server, server.reportOf(bulk)));

        inbox.awaitMailTo(ana);
        assertThat(server.awaitReportOf(bulk, ResendIT::isSent)
                        .getJsonObject("mails")
                        .toString())
                .isEqualTo("{\"queued\":0,\"deferred\":0,\"sent\":1,\"failed\":0,\"notRequested\":1}");
        assertThat(inbox.mailsTo(bob)).isEmpty();
    }

    @Test
    void everybody_to_whom_no_mail_was_promised_is_mailed_once(
            EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, "nobody", bob).withoutMail());
        var path = bulk.header("Content-Location") + "/resend";

        assertThat(server.post(path).body()).isEqualTo(counts(2, 2, 0));
        assertThat(server.post(path, "{}").body()).isEqualTo(counts(2, 0, 2));

        server.awaitReportOf(bulk, report -> report.getJsonObject("mails").getInt("sent") == 2);
        assertThat(inbox.mailsTo(ana)).hasSize(1);
        assertThat(inbox.mailsTo(bob)).hasSize(1);
    }

    @Test
    void of_two_who_resend_a_bulk_at_once_one_comes_too_late(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob).withoutMail());
        var path = bulk.header("Content-Location") + "/resend";

        var one = startedAtOnce(() -> server.post(path).body());
        var other = startedAtOnce(() -> server.post(path).body());

        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(counts(2, 2, 0), counts(2, 0, 2));
        server.awaitReportOf(bulk, report -> report.getJsonObject("mails").getInt("sent") == 2);
        assertThat(inbox.mailsTo(ana)).hasSize(1);
    }

    @Test
    void of_many_who_rotate_a_link_at_once_one_is_in_time(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana).withoutMail());
        var path = resendPath(server, server.reportOf(bulk));

        var all = IntStream.range(0, 8)
                .mapToObj(i -> startedAtOnce(
                        () -> server.post(path, "{\"rotate\":true}").status()))
                .toList();

        assertThat(all)
                .extracting(CompletableFuture::join)
                .containsExactlyInAnyOrder(200, 429, 429, 429, 429, 429, 429, 429);
        var report = server.awaitReportOf(bulk, ResendIT::isSent);
        assertThat(database.number("select generation from enrollment.enrollment_token where id = ?", tokenId(report)))
                .isEqualTo(1);
        assertThat(inbox.mailsTo(ana)).extracting(Mail::link).containsExactly(link(report));
    }

    @Test
    void who_resends_again_at_once_is_told_when_to_come_back(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana).withoutMail());
        var report = server.reportOf(bulk);
        assertThat(server.post(resendPath(server, report)).status()).isEqualTo(200);

        var refused = server.post(resendPath(server, report));

        assertRefused(refused, HttpProblem.RESENT_TOO_SOON);
        assertThat(refused.header("Retry-After")).matches("[1-9]|[1-5][0-9]|60");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"resends\";q=1;w=60");
        assertThat(refused.header("RateLimit")).isEqualTo("\"resends\";r=0;t=" + refused.header("Retry-After"));
        database.update(
                "update enrollment.invitation set queued_at = queued_at - interval '60 seconds' where batch_id = ?",
                report.getString("id"));
        assertThat(server.post(resendPath(server, report)).status()).isEqualTo(200);
    }

    @Test
    void in_a_bulk_those_who_were_resent_a_moment_ago_are_left_out_and_counted(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob).withoutMail());
        var path = bulk.header("Content-Location") + "/resend";
        server.post(path);
        server.awaitReportOf(bulk, report -> report.getJsonObject("mails").getInt("sent") == 2);
        database.update(
                "update enrollment.invitation set state = 'FAILED' where batch_id = ? and batch_index = 0",
                server.reportOf(bulk).getString("id"));

        assertThat(server.post(path).data().toString())
                .isEqualTo("{\"total\":2,\"queued\":0,\"skipped\":2,\"tooSoon\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "revoked | state = 'DELETED'",
                "used    | state = 'DONE', win_device_id = '698efa6ed851667d9c0aec99'",
                "expired | expire_at = now()"
            })
    void nobody_is_invited_to_what_has_ended(
            String reason, String end, EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana).withoutMail());
        var report = server.reportOf(bulk);
        database.update("update enrollment.enrollment_token set " + end + " where id = ?", tokenId(report));

        var refused = server.post(resendPath(server, report), "{\"rotate\":true}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body())
                .isEqualTo("{\"status\":false,\"error\":{\"code\":5003,\"message\":\"Token not usable\","
                        + "\"data\":{\"reason\":\"" + reason + "\"}}}");
        assertThat(server.post(bulk.header("Content-Location") + "/resend").body())
                .isEqualTo(counts(1, 0, 1));
        assertThat(inbox.mailsTo(ana)).isEmpty();
    }

    @Test
    void tokens_and_bulks_of_others_are_not_found(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var other = host.add(Tenant.any());
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana).withoutMail());
        var report = server.reportOf(bulk);

        assertRefused(
                server.post(resendPath(server, report).replace(tenant.slug(), other.slug()), "{\"rotate\":true}"),
                HttpProblem.ENTITY_NOT_FOUND);
        assertRefused(
                server.post(bulk.header("Content-Location").replace(tenant.slug(), other.slug()) + "/resend"),
                HttpProblem.ENTITY_NOT_FOUND);
        assertThat(server.reportOf(bulk)).isEqualTo(report);
    }

    @Test
    void who_may_do_everything_else_may_not_resend(EnrollmentServer server, HostDirectory host, SigningKeys keys) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana).withoutMail());
        var report = server.reportOf(bulk);
        var creator = server.as(DevelopmentJwt.of("creator@acme.example", Instant.now())
                .organizations(tenant.slug())
                .permissions(Permission.CREATE, Permission.LIST)
                .signedBy(keys));

        assertRefused(creator.post(resendPath(server, report)), HttpProblem.FORBIDDEN);
        assertRefused(creator.post(bulk.header("Content-Location") + "/resend"), HttpProblem.FORBIDDEN);
        assertThat(server.reportOf(bulk)).isEqualTo(report);
    }

    private static <T> CompletableFuture<T> startedAtOnce(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, work -> new Thread(work).start());
    }

    private String resendPath(EnrollmentServer server, JsonObject report) {
        return server.bulks(tenant.slug()).resolve(tokenId(report) + "/resend").getRawPath();
    }

    private static String counts(int total, int queued, int skipped) {
        return "{\"status\":true,\"data\":{\"total\":%d,\"queued\":%d,\"skipped\":%d,\"tooSoon\":0}}"
                .formatted(total, queued, skipped);
    }

    private static boolean isSent(JsonObject report) {
        return mail(report).getString("state").equals("sent");
    }

    private static String tokenId(JsonObject report) {
        return first(report).getString("tokenId");
    }

    private static String link(JsonObject report) {
        return first(report).getString("enrollmentLink");
    }

    private static JsonObject mail(JsonObject report) {
        return first(report).getJsonObject("mail");
    }

    private static JsonObject first(JsonObject report) {
        return report.getJsonArray("items").getJsonObject(0);
    }
}
