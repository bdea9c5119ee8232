package io.mdm.enrollment.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mdm.enrollment.api.Invitation;
import io.mdm.enrollment.api.Language;
import io.mdm.enrollment.api.RelayReply;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class InvitationMailTest {
    private static final String ATTACK = "<img src=x onerror=alert(1)> http://evil.example/ &amp; \"'{0}%s";

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
        var mail = sent(Examples.in(Language.EN));

        assertThat(mail.getFrom())
                .containsExactly(new InternetAddress("enroll@mdm.acme.example", "Équipe Acme", "UTF-8"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Équipe Acme");
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("it@acme.example"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ana@acme.example"));
        assertThat(mail.getSubject()).isEqualTo("Enroll your Windows device with Acme");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(Examples.NOW));
        assertThat(mail.getHeader("Message-ID")).containsExactly("<698efa6ed851667d9c0aec90.1@mdm.acme.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void keeps_its_message_id_when_sent_again() throws Exception {
        assertThat(sent(Examples.in(Language.EN)).getMessageID())
                .isEqualTo(sent(Examples.in(Language.ES)).getMessageID());
    }

    @Test
    void says_everything_a_person_needs_in_both_parts() throws Exception {
        var mail = sent(Examples.wording(Language.EN, "Acme", "Sales laptops", "Dear all,\nplease hurry.\n\n\nThanks"));

        for (var form : new String[] {text(mail), page(mail).text()}) {
            assertThat(form)
                    .contains("Acme invites you")
                    .contains("Sales laptops")
                    .contains("Thanks")
                    .contains(Examples.LINK.toString())
                    .contains("December 5, 2026")
                    .contains("(UTC)")
                    .contains("Settings > Accounts > Access work or school")
                    .contains("Enroll only in device management")
                    .contains("ana@acme.example")
                    .contains("https://mdm.acme.example/EnrollmentServer/Discovery.svc")
                    .contains("Write to it@acme.example or call +34 600 000 000.")
                    .contains("one device, once");
        }
        assertThat(text(mail)).contains("Dear all,\nplease hurry.\n\nThanks\n");
        assertThat(page(mail).html()).contains("<p>Dear all,<br/>\nplease hurry.</p>\n<p>Thanks</p>");
    }

    @Test
    void links_nothing_but_the_personal_link() throws Exception {
        var page = page(sent(Examples.wording(Language.EN, "http://a.example", "https://b.example", "www.c.example")));

        assertThat(page.attributes("a", "href")).containsExactly(Examples.LINK.toString());
        assertThat(page.elements("img", "script", "form", "iframe", "link")).isEmpty();
    }

    @Test
    void shows_markup_as_text() throws Exception {
        var mail = sent(Examples.wording(Language.EN, ATTACK, ATTACK, ATTACK));

        var page = page(mail);
        assertThat(page.elements("img", "script")).isEmpty();
        assertThat(page.attributes("a", "href")).containsExactly(Examples.LINK.toString());
        assertThat(page.texts("title")).containsExactly("Enroll your Windows device with " + ATTACK);
        assertThat(page.texts("p")).contains(ATTACK, "Name of this enrollment: " + ATTACK);
        assertThat(text(mail)).contains("\n" + ATTACK + "\n", "Name of this enrollment: " + ATTACK);
    }

    @Test
    void speaks_spanish() throws Exception {
        var mail = sent(Examples.wording(Language.ES, "Compañía Ñandú", null, null));

        assertThat(mail.getSubject()).isEqualTo("Inscriba su dispositivo Windows en Compañía Ñandú");
        assertThat(mail.getHeader("Content-Language")).containsExactly("es");
        assertThat(page(mail).attributes("html", "lang")).containsExactly("es");
        assertThat(text(mail)).contains("5 de diciembre de 2026", "Configuración > Cuentas", "una sola vez");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "FR", "DE", "IT", "ZH", "PT", "RU"})
    void speaks_english_where_it_has_no_other_words_whatever_the_server_speaks(Language language) throws Exception {
        for (var tag : new String[] {"tr-TR", "es-ES", "fr-FR"}) {
            Locale.setDefault(Locale.forLanguageTag(tag));

            var mail = sent(Examples.in(language));

            assertThat(mail.getSubject()).isEqualTo("Enroll your Windows device with Acme");
            assertThat(mail.getHeader("Content-Language")).containsExactly("en");
            assertThat(mail.getHeader("Date", null)).isEqualTo("Mon, 23 Nov 2026 10:00:00 +0000");
            assertThat(page(mail).attributes("html", "lang")).containsExactly("en");
            assertThat(text(mail)).contains("December 5, 2026");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme\r\nBcc: eve@evil.example",
                "Acme\nBcc: eve@evil.example\n\n<html>",
                "Acme\rX-Evil: yes",
                "Ácme\r\nBcc: eve@evil.example",
                "Acme\u2028Bcc: eve@evil.example",
                "=?utf-8?Q?Acme=0D=0ABcc:_eve@evil.example?="
            })
    void lets_no_name_become_a_header(String organization) throws Exception {
        var mail = sent(Examples.wording(Language.EN, organization, organization, organization));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getRecipients(RecipientType.TO)).hasSize(1);
        assertThat(mail.getSubject())
                .startsWith("Enroll your Windows device with ")
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    }

    @Test
    void stays_within_the_lines_of_a_mail_whatever_it_is_given() throws Exception {
        var endless = "x".repeat(5_000) + "ñ".repeat(5_000) + " y".repeat(5_000);

        var mail = sent(Examples.wording(Language.EN, endless, endless, endless));

        var raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        assertThat(raw.toString(StandardCharsets.UTF_8).split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(200).matches("[ -~]*"));
        assertThat(text(mail)).contains(endless);
        assertThat(mail.getSubject()).hasSizeLessThan(130);
    }

    private MimeMessage sent(Invitation invitation) throws Exception {
        greenMail.purgeEmailFromAllMailboxes();
        var mailer = Examples.mailer(Examples.relayOn(greenMail.getSmtp().getPort()));
        try (var connection = mailer.connect()) {
            assertThat(connection.send(invitation)).isEqualTo(new RelayReply(250));
        }
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        return greenMail.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0, "text/plain");
    }

    private static HtmlPage page(MimeMessage mail) throws Exception {
        return HtmlPage.of(part(mail, 1, "text/html"));
    }

    private static String part(MimeMessage mail, int index, String type) throws Exception {
        var part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertThat(part.isMimeType(type)).isTrue();
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
