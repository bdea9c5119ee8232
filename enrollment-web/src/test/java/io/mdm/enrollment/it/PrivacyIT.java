package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** People are erased in time and on request, and what was done is on record. */
class PrivacyIT extends SharedServer {
    private final Tenant tenant = Tenant.any();
    private final Tenant other = Tenant.any();
    private final String ana = tenant.address("ana");
    private final String bob = tenant.address("bob");

    @Test
    void an_erased_person_stands_nowhere_any_more(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        host.add(other);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob, ana));
        var elsewhere = server.postBulk(other, BulkBody.inviting(ana));
        inbox.awaitMailsTo(ana, 2);
        var before = server.report(bulk.header("Content-Location"));

        var erased = erase(server, ana);

        assertThat(erased.data().toString()).isEqualTo("{\"tokens\":1,\"revoked\":1,\"rejections\":1}");
        var after = server.report(bulk.header("Content-Location"));
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(after.body()).doesNotContain(ana).contains(bob);
        assertThat(server.reportOf(elsewhere).toString()).contains(ana);
        assertThat(stored(database, ana)).containsOnly(other.id());
        assertThat(erase(server, ana).data().getInt("tokens")).isZero();
    }

    @Test
    void nor_does_the_address_stand_in_any_text_that_a_caller_wrote(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var joana = "jo" + ana;
        var body = BulkBody.inviting(ana, "Ana <" + ana.toUpperCase(Locale.ROOT) + ">", bob, joana, joana)
                .withoutMail()
                .with("displayName", "Laptop of " + ana)
                .with(
                        "tags",
                        Json.createArrayBuilder(List.of("keep", "owner:" + ana)).build())
                .with("emailText", "Dear all,\n" + ana + " has left.");
        var bulk = postOnce(server, body);
        assertThat(rowsThatHold(ana, database)).hasSizeGreaterThan(2);

        assertThat(erase(server, ana).data().getInt("rejections")).isEqualTo(1);

        var report = server.reportOf(bulk);
        assertThat(emails(report))
                .containsExactly("null", "null", '"' + bob + '"', '"' + joana + '"', '"' + joana + '"');
        assertThat(report.getJsonObject("settings").getJsonArray("tags").toString())
                .isEqualTo("[\"keep\"]");
        assertThat(rowsThatHold(ana, database))
                .allMatch(row -> row.contains(joana))
                .hasSize(2);
        assertThat(postOnce(server, body).header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void nor_does_the_name(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var name = "Ana Zuleta " + tenant.id();
        var bulk = server.postBulk(tenant, named(name));
        assertThat(server.reportOf(bulk).toString()).contains(name);

        erase(server, ana);

        assertThat(rowsThatHold(name.toLowerCase(Locale.ROOT), database)).isEmpty();
        assertThat(server.reportOf(bulk).toString()).doesNotContain(name);
    }

    @Test
    void retention_erases_names_and_the_record_never_had_them(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var name = "Ana Zuleta " + tenant.id();
        var bulk = server.postBulk(tenant, named(name));
        assertThat(rowsThatHold(name.toLowerCase(Locale.ROOT), database))
                .as("rows with the name: that of the token")
                .hasSize(1);

        age(server.reportOf(bulk).getString("id"), "31 days", database);

        Patience.await("erasure").until(() -> emails(server.reportOf(bulk)), List.of("null")::equals);
        assertThat(rowsThatHold(name.toLowerCase(Locale.ROOT), database)).isEmpty();
    }

    private BulkBody named(String name) {
        return new BulkBody(Json.createObjectBuilder()
                .add("sendEmail", false)
                .add(
                        "recipients",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("email", ana)
                                        .add("name", name)))
                .build());
    }

    private Reply postOnce(EnrollmentServer server, BulkBody body) {
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "invite-" + ana)
                .POST(BodyPublishers.ofString(body.json().toString())));
    }

    /** Of every table of the module, with all columns. */
    private static List<String> rowsThatHold(String address, Database database) {
        return database
                .texts("select table_name from information_schema.tables where table_schema = 'enrollment'")
                .stream()
                .flatMap(table -> database
                        .texts(
                                "select to_jsonb(t)::text from enrollment.%s t where strpos(lower(to_jsonb(t)::text), ?) > 0"
                                        .formatted(table),
                                address)
                        .stream())
                .toList();
    }

    @Test
    void a_mail_that_waits_for_the_relay_is_not_sent_to_an_erased_person(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob));
        inbox.awaitMailTo(ana);
        inbox.awaitMailTo(bob);
        server.awaitReportOf(bulk, report -> report.getJsonObject("mails").getInt("sent") == 2);
        var batch = server.reportOf(bulk).getString("id");
        database.update(
                "update enrollment.invitation set state = 'DEFERRED', sent_at = null, next_attempt_at = now() + interval '1 h'"
                        + " where batch_id = ?",
                batch);

        erase(server, ana);

        assertThat(database.texts(
                        "select state from enrollment.invitation where batch_id = ? order by batch_index", batch))
                .containsExactly("FAILED", "DEFERRED");
    }

    @Test
    void retention_erases_and_then_removes_what_is_old(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var old = server.postBulk(tenant, BulkBody.inviting(ana, "nobody"));
        var young = server.postBulk(tenant, BulkBody.inviting(bob));
        var batch = server.reportOf(old).getString("id");

        age(batch, "31 days", database);
        Patience.await("erasure").until(() -> emails(server.reportOf(old)), List.of("null", "null")::equals);
        var csv = server.send(server.request(old.header("Content-Location"))
                .header("Accept", "text/csv")
                .GET());
        assertThat(csv.body()).contains("\n0,,created").contains("\n1,,invalid");
        assertThat(emails(server.reportOf(young))).containsExactly('"' + bob + '"');

        age(batch, "181 days", database);
        Patience.await("removal")
                .until(() -> server.report(old.header("Content-Location")).status() == 404);
        assertThat(database.number("select count(*) from enrollment.enrollment_token where batch_id = ?", batch))
                .isZero();
        assertThat(emails(server.reportOf(young))).containsExactly('"' + bob + '"');
    }

    @Test
    void what_was_done_is_on_record_with_the_one_who_did_it(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana, bob));
        var items = server.reportOf(bulk).getJsonArray("items");
        var first = server.bulks(tenant.slug()).getRawPath().replaceFirst("bulk$", "")
                + items.getJsonObject(0).getString("tokenId");
        server.send(server.request(first)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"tags\":[\"x\"]}")));
        server.post(first + "/resend");
        server.send(server.request(first).DELETE());
        server.send(server.request(first).DELETE());
        var link = items.getJsonObject(1).getString("enrollmentLink");
        server.post(
                first.replaceFirst("[0-9a-f]{24}$", "redeem"),
                "{\"token\":\"%s\",\"winDeviceId\":\"698efa6ed851667d9c0aec99\"}"
                        .formatted(link.substring(link.lastIndexOf('/') + 1)));
        erase(server, ana);

        assertThat(database.texts("""
                        select concat_ws(' ', actor, action, tokens, token_id is not null) from enrollment.enrollment_audit
                        where organization_id = ? order by id
                        """, tenant.id()))
                .containsExactly(
                        "admin@acme.example CREATED 2 f",
                        "admin@acme.example CHANGED 1 t",
                        "admin@acme.example RESENT 1 t",
                        "admin@acme.example REVOKED 1 t",
                        "admin@acme.example REDEEMED 1 t",
                        "admin@acme.example ERASED 1 f");
    }

    private Reply erase(EnrollmentServer server, String address) {
        return server.post(
                server.bulks(tenant.slug()).getRawPath().replaceFirst("bulk$", "erase"),
                "{\"email\":\"" + address + "\"}");
    }

    /** Makes a batch look as if it had expired so long ago, and has retention run now instead of within the hour. */
    private static void age(String batch, String age, Database database) {
        database.update(
                "update enrollment.enrollment_token set expire_at = now() - interval '%s' where batch_id = ?"
                        .formatted(age),
                batch);
        database.update(
                "update enrollment.enrollment_batch set expire_at = now() - interval '%1$s', last_expire_at = now() - interval '%1$s' where id = ?"
                        .formatted(age),
                batch);
        Patience.await("the end of an earlier run").until(() -> bringRetentionForward(database) == 1);
    }

    /** Returns 0 while it runs: its end would set its next time anew. */
    private static int bringRetentionForward(Database database) {
        return database.update(
                "update enrollment.scheduled_tasks set execution_time = now() where task_name = 'retention' and not picked");
    }

    private static List<String> emails(JsonObject report) {
        return report.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> String.valueOf(item.get("email")))
                .toList();
    }

    /** Organizations that store the address. */
    private static List<String> stored(Database database, String address) {
        return database.texts("""
                select organization_id from enrollment.enrollment_token where email = ?
                union all select organization_id from enrollment.enrollment_rejection r
                    join enrollment.enrollment_batch b on b.id = r.batch_id where r.email = ?
                """, address, address);
    }
}
