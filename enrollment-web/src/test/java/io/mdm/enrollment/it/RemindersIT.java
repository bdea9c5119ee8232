package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Reminders, to a real inbox. Instead of waiting, rows are moved back in time. */
class RemindersIT extends SharedServer {
    private final Tenant tenant = Tenant.any();
    private final String ana = tenant.address("ana");
    private final String bob = tenant.address("bob");

    @Test
    void who_has_not_enrolled_is_reminded_by_itself_in_answer_to_the_invitation(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) throws Exception {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant,
                BulkBody.inviting(ana, bob)
                        .with("reminders", Json.createArrayBuilder().add(900).build()));
        var report = server.awaitReportOf(bulk, RemindersIT::areSent);
        redeem(server, report, 1);

        letComeDue(database, report.getString("id"));

        var mails = inbox.awaitMailsTo(ana, 2);
        var reminder = mails.get(1).message();
        assertThat(reminder.getSubject()).startsWith("Reminder: ");
        assertThat(reminder.getHeader("In-Reply-To"))
                .containsExactly(mails.get(0).message().getMessageID());
        assertThat(mails).extracting(Mail::link).containsOnly(mails.get(0).link());
        assertThat(inbox.mailsTo(bob)).hasSize(1);
        assertThat(database.number(
                        "select count(*) from enrollment.enrollment_audit where batch_id = ? and action = 'REMINDED' and actor is null",
                        report.getString("id")))
                .isEqualTo(1);
        var after = server.awaitReportOf(bulk, RemindersIT::areSent);
        assertThat(after.getJsonArray("items")).hasSize(2);
    }

    /** Rows of one transaction have the same {@code xmin}. */
    @Test
    void a_reminder_is_promised_in_one_transaction(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant,
                BulkBody.inviting(ana, bob)
                        .with("reminders", Json.createArrayBuilder().add(900).build()));
        var id = server.awaitReportOf(bulk, RemindersIT::areSent).getString("id");

        letComeDue(database, id);

        var transactions = Patience.await("the audit entry of the reminder")
                .until(() -> database.texts("""
                select concat_ws(' ', m.xmin, r.xmin, a.xmin)
                from enrollment.mailing m
                join enrollment.reminder r on r.batch_id = m.batch_id
                join enrollment.enrollment_audit a on a.batch_id = m.batch_id and a.action = 'REMINDED'
                where m.batch_id = ?
                """, id), rows -> !rows.isEmpty());
        assertThat(transactions)
                .singleElement()
                .satisfies(row -> assertThat(row.split(" ", -1)).containsOnly(row.split(" ", -1)[0]));
    }

    @Test
    void a_caller_reminds_all_who_have_not_enrolled_with_new_links_and_a_text(
            EnrollmentServer server, HostDirectory host, Inbox inbox) throws Exception {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob));
        var report = server.awaitReportOf(bulk, RemindersIT::areSent);
        redeem(server, report, 1);

        var answer = server.post(
                bulk.header("Content-Location") + "/resend",
                "{\"to\":\"notEnrolled\",\"rotate\":true,\"emailText\":\"Last call\"}");

        assertThat(answer.body())
                .isEqualTo("{\"status\":true,\"data\":{\"total\":2,\"queued\":1,\"skipped\":1,\"tooSoon\":0}}");
        var mails = inbox.awaitMailsTo(ana, 2);
        assertThat(mails.get(1).message().getSubject()).startsWith("Reminder: ");
        assertThat(mails.get(1).text()).contains("Last call");
        assertThat(mails).extracting(Mail::link).doesNotHaveDuplicates();
        assertThat(inbox.mailsTo(bob)).hasSize(1);
    }

    @Test
    void in_a_pause_nothing_leaves_and_afterwards_everything(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob).withoutMail());
        var path = bulk.header("Content-Location");
        assertThat(put(server, path, "{\"paused\":true}").status()).isEqualTo(200);
        server.post(path + "/resend");

        assertThat(server.reportOf(bulk).getJsonObject("mails").getInt("queued"))
                .isEqualTo(2);
        assertThat(inbox.mailsTo(ana)).isEmpty();

        assertThat(put(server, path, "{\"paused\":false}").status()).isEqualTo(200);
        server.awaitReportOf(bulk, RemindersIT::areSent);
        assertThat(inbox.mailsTo(ana)).hasSize(1);
    }

    /** The tokens end a quarter of an hour from now, were mailed hours ago, and the task looks at once. */
    private static void letComeDue(Database database, String bulkId) {
        database.update(
                "update enrollment.enrollment_token set expire_at = now() + interval '890 s' where batch_id = ?",
                bulkId);
        database.update(
                "update enrollment.invitation set sent_at = sent_at - interval '2 hours' where batch_id = ?", bulkId);
        database.update("update enrollment.reminder set due_at = now() where batch_id = ?", bulkId);
        database.update(
                "update enrollment.scheduled_tasks set execution_time = now() where task_name = 'reminders' and not picked");
    }

    private static Reply put(EnrollmentServer server, String path, String body) {
        return server.send(
                server.request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private void redeem(EnrollmentServer server, JsonObject report, int index) {
        var link = report.getJsonArray("items").getJsonObject(index).getString("enrollmentLink");
        var proof = Json.createObjectBuilder()
                .add("token", link.substring(link.lastIndexOf('/') + 1))
                .add("winDeviceId", "698efa6ed851667d9c0aec99");
        var redeemed = server.postProof(tenant, "redeem", proof.build());
        assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(200);
    }

    private static boolean areSent(JsonObject report) {
        return report.getJsonObject("mails").getInt("sent") == 2;
    }
}
