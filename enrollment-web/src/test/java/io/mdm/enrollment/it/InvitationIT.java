package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvitationIT extends SharedServer {
    private static final String MARKUP = "<img src=x onerror=alert(1)>\"'&amp;";
    private static final String ESCAPED = "&lt;img src=x onerror=alert(1)&gt;";

    private final Tenant tenant = Tenant.any();

    @Test
    void the_link_is_the_same_in_mail_and_report_and_opens_the_page(
            EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")));

        String link = inbox.awaitMailTo(tenant.address("ana")).link();
        assertThat(link)
                .startsWith("https://mdm.example/enroll/")
                .hasSizeLessThan(100 + "https://mdm.example".length());
        assertThat(onlyItem(server, bulk).getString("enrollmentLink")).isEqualTo(link);
        var code = onlyItem(server, bulk).getString("enrollCode");
        var mail = inbox.awaitMailTo(tenant.address("ana"));
        assertThat(mail.text()).contains(code, "https://mdm.example/enroll ");
        assertThat(mail.html()).contains(code, "href=\"" + link + "\"");
        var page = server.open(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"ms-device-enrollment:?mode=mdm&amp;username=ana%40" + tenant.slug() + ".example")
                .contains("&amp;servername=https%3A%2F%2Fmdm." + tenant.slug() + ".example");
    }

    @Test
    void each_mail_has_one_recipient_and_an_id_of_its_own(EnrollmentServer server, HostDirectory host, Inbox inbox)
            throws MessagingException {
        host.add(tenant);
        var body = BulkBody.inviting(
                tenant.address("ana") + "\r\nBcc: bcc@" + tenant.slug() + ".example",
                tenant.address("ana"),
                tenant.address("bob"));
        server.postBulk(tenant, body);

        var ana = inbox.awaitMailTo(tenant.address("ana")).message();
        var bob = inbox.awaitMailTo(tenant.address("bob")).message();
        assertThat(ana.getHeader("To")).containsExactly(tenant.address("ana"));
        assertThat(ana.getHeader("Cc")).isNull();
        assertThat(ana.getHeader("Bcc")).isNull();
        assertThat(ana.getHeader("Message-ID")).hasSize(1).isNotEqualTo(bob.getHeader("Message-ID"));
        assertThat(ana.getMessageID()).endsWith("@mdm.example>").doesNotContain("mdmenr_");
    }

    @Test
    void a_line_break_in_the_name_is_refused(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var body = BulkBody.inviting(tenant.address("ana")).with("displayName", "Laptops\r\nBcc: e@x.org");

        assertThat(Refusal.errorsOf(server.postBulk(tenant, body))).hasSize(1);
    }

    @Test
    void markup_stays_text_in_the_mail(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant.named("Acme " + MARKUP));
        server.postBulk(tenant, withMarkup());

        var mail = inbox.awaitMailTo(tenant.address("ana"));
        assertThat(mail.subject()).contains("<img src=x onerror=alert(1)>");
        assertThat(mail.text())
                .contains("Name " + MARKUP)
                .contains("Acme " + MARKUP)
                .contains("Words " + MARKUP);
        assertThat(mail.html())
                .doesNotContain("<img")
                .contains("Name " + ESCAPED)
                .contains("Acme " + ESCAPED)
                .contains("Words " + ESCAPED)
                .contains("http://<wbr>evil<wbr>.example/")
                .doesNotContain("href=\"http://evil")
                .contains("<title>Enroll your Windows device with Acme &lt;img");
    }

    @Test
    void markup_stays_text_on_the_page(EnrollmentServer server, HostDirectory host) {
        host.add(tenant.named("Acme " + MARKUP));
        var bulk = server.postBulk(tenant, withMarkup().withoutMail());

        assertThat(server.open(onlyItem(server, bulk).getString("enrollmentLink"))
                        .body())
                .doesNotContain("<img")
                .contains("Name " + ESCAPED)
                .contains("<title>Enroll your Windows device with Acme " + ESCAPED);
    }

    @Test
    void links_come_from_the_configuration_and_not_from_the_request(
            EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var body = BulkBody.inviting(tenant.address("ana")).json().toString();
        var bulk = server.sendRaw("""
                POST %s HTTP/1.0
                Host: evil.example
                X-Forwarded-Host: evil.example
                X-Forwarded-Proto: gopher
                Forwarded: host=evil.example;proto=gopher
                Content-Type: application/json
                Content-Length: %d""".formatted(server.bulks(tenant.slug()).getPath(), body.length()), body);

        assertThat(bulk.status()).as(bulk.body()).isEqualTo(200);
        assertThat(bulk.header("Content-Location"))
                .startsWith(server.bulks(tenant.slug()).getPath() + "/");
        var mail = inbox.awaitMailTo(tenant.address("ana"));
        assertThat(mail.link()).startsWith("https://mdm.example/enroll/");
        assertThat(mail.text() + mail.html()).doesNotContain("evil", "gopher");
        var path = mail.link().substring("https://mdm.example".length());
        assertThat(server.asNobody()
                        .sendRaw("GET " + path + " HTTP/1.0\nHost: evil.example\nX-Forwarded-Host: evil.example", "")
                        .body())
                .contains("ms-device-enrollment:")
                .doesNotContain("evil");
    }

    @Test
    void speaks_the_language_asked_for_or_the_users_or_the_organizations(
            EnrollmentServer server, HostDirectory host, Inbox inbox) throws MessagingException {
        host.add(tenant.speaking("es"));
        host.addUser(tenant, tenant.address("EVE"), "en");
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), tenant.address("eve")));
        server.postBulk(tenant, BulkBody.inviting(tenant.address("explicit")).with("language", "en"));

        assertSpeaks("es", " le invita a ", inbox.awaitMailTo(tenant.address("ana")));
        assertSpeaks("en", " invites you to ", inbox.awaitMailTo(tenant.address("eve")));
        assertSpeaks("en", " invites you to ", inbox.awaitMailTo(tenant.address("explicit")));
    }

    @Test
    void without_mail_the_links_are_for_the_caller_to_hand_out(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var silent = server.postBulk(
                tenant, BulkBody.inviting(tenant.address("silent")).withoutMail());
        server.postBulk(tenant, BulkBody.inviting(tenant.address("loud")));

        inbox.awaitMailTo(tenant.address("loud"));
        assertThat(inbox.mailsTo(tenant.address("silent"))).isEmpty();
        var report = server.reportOf(silent);
        assertThat(database.number(
                        "select count(*) from enrollment.invitation where batch_id = ?", report.getString("id")))
                .isZero();
        assertThat(report.getJsonObject("mails").getInt("notRequested")).isEqualTo(1);
        assertThat(onlyItem(server, silent).getJsonObject("mail").getString("state"))
                .isEqualTo("notRequested");
        assertThat(server.open(onlyItem(server, silent).getString("enrollmentLink"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_may_not_create_links_may_not_see_them_either(
            EnrollmentServer server, HostDirectory host, SigningKeys keys) {
        host.add(tenant);
        var bulk =
                server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        var auditor = server.as(DevelopmentJwt.of("auditor@acme.example", Instant.now())
                .organizations(tenant.slug())
                .permissions(Permission.LIST)
                .signedBy(keys));

        var location = bulk.header("Content-Location");
        assertThat(server.report(location).header("Cache-Control")).isEqualTo("no-store");
        var seen = auditor.report(location);
        assertThat(seen.header("Cache-Control")).isEqualTo("private, no-cache");
        var item = seen.data().getJsonArray("items").getJsonObject(0);
        assertThat(item.isNull("enrollmentLink")).isTrue();
        assertThat(item.isNull("enrollCode")).isTrue();
        assertThat(seen.body()).doesNotContain("mdmenr_");
    }

    private BulkBody withMarkup() {
        return BulkBody.inviting(tenant.address("ana"))
                .with("displayName", "Name " + MARKUP)
                .with("emailText", "Words " + MARKUP + "\nhttp://evil.example/");
    }

    private static void assertSpeaks(String language, String words, Mail mail) throws MessagingException {
        assertThat(mail.text()).contains(words);
        assertThat(mail.html()).contains("<html lang=\"" + language + "\"");
        assertThat(mail.message().getHeader("Content-Language")).containsExactly(language);
    }

    private static JsonObject onlyItem(EnrollmentServer server, Reply bulk) {
        var items = server.reportOf(bulk).getJsonArray("items");
        assertThat(items).hasSize(1);
        return items.getJsonObject(0);
    }
}
