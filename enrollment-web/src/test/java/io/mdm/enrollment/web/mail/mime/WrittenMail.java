package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.web.mail.MailExamples;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** A mail as it goes over the wire, read back by Jakarta Mail. */
public record WrittenMail(MimeMessage message, String raw) {

    public static WrittenMail of(MimeMessage message) throws MessagingException, IOException {
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return new WrittenMail(message, raw.toString(StandardCharsets.UTF_8));
    }

    /** Written by the writer, which may have written others before. */
    public static WrittenMail of(InvitationMime writer, Invitation invitation) throws MessagingException {
        var octets = writer.write(invitation, RecipientAddress.of(invitation.address(), false));
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
        return new WrittenMail(message, new String(octets, StandardCharsets.UTF_8));
    }

    public static WrittenMail of(Invitation invitation) throws MessagingException {
        return of(writer(), invitation);
    }

    public static InvitationMime writer() {
        return new InvitationMime(Sender.of(MailExamples.relayOn(25)), () -> MailExamples.NOW);
    }

    public List<String> lines() {
        return List.of(raw.split("\r\n", -1));
    }

    public String text() throws MessagingException, IOException {
        return part(0, "text/plain");
    }

    public String html() throws MessagingException, IOException {
        return part(1, "text/html");
    }

    public HtmlPage page() throws MessagingException, IOException {
        return HtmlPage.of(html());
    }

    private String part(int index, String type) throws MessagingException, IOException {
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        var part = parts.getBodyPart(index);
        assertThat(part.isMimeType(type)).isTrue();
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
