package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.mail.MailExamples;
import io.mdm.enrollment.web.mail.mime.WrittenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class InvitationMailTest {
    private static final String ATTACK = "<img src=x onerror=alert(1)> http://evil.example/ &amp; \"'{0}%s";
    private static final String[] HREFS = {
        MailExamples.LINK.uri().toString(),
        MailExamples.LINK.uri().toString(),
        "mailto:it@acme.example",
        "tel:+34600000000"
    };

    private final Locale locale = Locale.getDefault();
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
        Locale.setDefault(locale);
    }

    @Test
    void carries_the_headers_of_an_automatic_personal_mail() throws Exception {
        var mail = sent(MailExamples.in(Language.EN));

        assertThat(mail.getFrom())
                .containsExactly(new InternetAddress("enroll@mdm.acme.example", "Équipe Acme", "UTF-8"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Équipe Acme");
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("it@acme.example"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ana@acme.example"));
        assertThat(mail.getSubject()).isEqualTo("Enroll your Windows device with Acme");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(MailExamples.NOW));
        assertThat(mail.getHeader("Message-ID")).containsExactly("<698efa6ed851667d9c0aec90.1@mdm.acme.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getMessageID()).doesNotContain("mdme_");
    }

    @Test
    void keeps_its_message_id_when_sent_again() throws Exception {
        assertThat(sent(MailExamples.in(Language.EN)).getMessageID())
                .isEqualTo(sent(MailExamples.in(Language.ES)).getMessageID());
    }

    @Test
    void says_everything_a_person_needs_in_both_parts() throws Exception {
        var mail = WrittenMail.of(sent(
                MailExamples.wording(Language.EN, "Acme", "Sales laptops", "Dear all,\nplease hurry.\n\n\nThanks")));

        for (var form : new String[] {mail.text(), mail.page().text()}) {
            assertThat(form)
                    .contains("Acme invites you")
                    .contains("Sales laptops")
                    .contains("Thanks")
                    .contains(MailExamples.LINK.uri().toString())
                    .contains("for 12 days, until December 5, 2026, 16:30 (UTC)")
                    .contains("lock the device, and erase all data on it")
                    .contains("Settings > Accounts > Access work or school")
                    .contains("Enroll only in device management")
                    .contains("ana@acme.example")
                    .contains("https://mdm.acme.example/EnrollmentServer/Discovery.svc")
                    .contains("K7QFA-2M9XR")
                    .contains("https://mdm.acme.example/enroll in a browser")
                    .contains("it@acme.example")
                    .contains("+34 600 000 000")
                    .contains("one device, once");
        }
        assertThat(mail.text()).contains("\n| Dear all,\n| please hurry.\n|\n| Thanks\n");
        assertThat(mail.html()).contains("<p>Dear all,<br>\nplease hurry.</p>\n<p>Thanks</p>");
    }

    @Test
    void links_nothing_but_the_personal_link() throws Exception {
        var page = WrittenMail.of(sent(
                        MailExamples.wording(Language.EN, "http://a.example", "https://b.example", "www.c.example")))
                .page();

        assertThat(page.attributes("a", "href")).containsExactly(HREFS);
        assertThat(page.elements("img", "script", "form", "iframe", "link")).isEmpty();
        assertThat(page.html())
                .contains("http://<wbr>a<wbr>.example", "https://<wbr>b<wbr>.example", "www<wbr>.c<wbr>.example");
        assertThat(page.texts("p")).contains("www.c.example");
    }

    @Test
    void shows_markup_as_text() throws Exception {
        var mail = WrittenMail.of(sent(MailExamples.wording(Language.EN, ATTACK, ATTACK, ATTACK)));

        var page = mail.page();
        assertThat(page.elements("img", "script")).isEmpty();
        assertThat(page.attributes("a", "href")).containsExactly(HREFS);
        assertThat(page.texts("title")).containsExactly("Enroll your Windows device with " + ATTACK);
        assertThat(page.texts("p")).contains(ATTACK, "Name of this enrollment: " + ATTACK);
        assertThat(mail.text()).contains("\n| " + ATTACK + "\n", "Name of this enrollment: " + ATTACK);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void speaks_the_language_of_the_invitation_whatever_the_server_speaks(Language language) throws Exception {
        var expected = WrittenMail.of(sent(MailExamples.in(language)));
        for (var tag : new String[] {"tr-TR", "ar-EG", "th-TH-u-nu-thai"}) {
            Locale.setDefault(Locale.forLanguageTag(tag));

            var mail = WrittenMail.of(sent(MailExamples.in(language)));

            assertThat(mail.text()).isEqualTo(expected.text());
            assertThat(mail.html()).isEqualTo(expected.html());
            assertThat(mail.message().getSubject()).isEqualTo(expected.message().getSubject());
            assertThat(mail.message().getHeader("Content-Language")).containsExactly(language.tag());
            assertThat(mail.message().getHeader("Date", null)).isEqualTo("Mon, 23 Nov 2026 10:00:00 +0000");
            assertThat(mail.page().attributes("html", "lang")).containsExactly(language.tag());
            assertThat(mail.page().attributes("html", "dir")).containsExactly("ltr");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme\u202E\u2066\r\nBcc: eve@evil.example",
                "Acme\r\nBcc: eve@evil.example",
                "Acme\nBcc: eve@evil.example\n\n<html>",
                "Acme\rX-Evil: yes",
                "Ácme\r\nBcc: eve@evil.example",
                "Acme\u2028Bcc: eve@evil.example",
                "=?utf-8?Q?Acme=0D=0ABcc:_eve@evil.example?="
            })
    void lets_no_name_become_a_header(String organization) throws Exception {
        var mail = sent(MailExamples.wording(Language.EN, organization, organization, organization));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getRecipients(RecipientType.TO)).hasSize(1);
        assertThat(mail.getSubject())
                .startsWith("Enroll your Windows device with ")
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(WrittenMail.of(mail).text().lines().findFirst())
                .hasValueSatisfying(first -> assertThat(first).contains(" invites you to enroll a Windows device"));
    }

    @Test
    void stays_within_the_lines_of_a_mail_whatever_it_is_given() throws Exception {
        var endless = "x".repeat(5_000) + "ñ".repeat(5_000) + " y".repeat(5_000);

        var mail = WrittenMail.of(sent(MailExamples.wording(Language.EN, endless, endless, endless)));

        assertThat(mail.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(100).matches("[ -~]*"));
        assertThat(mail.text()).contains(endless);
        assertThat(mail.message().getSubject()).hasSizeLessThan(130);
    }

    private MimeMessage sent(Invitation invitation) throws Exception {
        greenMail.purgeEmailFromAllMailboxes();
        var mailer = Mailers.of(MailExamples.relayOn(greenMail.getSmtp().getPort()));
        try (var connection = mailer.connect()) {
            assertThat(connection.send(invitation)).isEqualTo(new RelayReply(SmtpStep.CONTENT, 250));
        }
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        return greenMail.getReceivedMessages()[0];
    }
}
