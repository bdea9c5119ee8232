package io.mdm.enrollment.web.mail.mime;

import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.mail.WrittenInvitation;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.Invitation.Reminding;
import io.mdm.enrollment.web.mail.content.InvitationContent;
import io.mdm.enrollment.web.mail.content.InvitationHtml;
import io.mdm.enrollment.web.mail.content.InvitationText;
import io.mdm.enrollment.web.mail.content.MailTemplateKey;
import io.mdm.enrollment.web.mail.content.RecipientFields;
import io.mdm.enrollment.web.text.ContactWay;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Invitation as it goes over the wire: {@code multipart/alternative} with text and HTML, lines ended by CRLF (RFC 5322,
 * RFC 2046). What the invitations of a batch have in common is rendered and encoded once, and only the rest is filled
 * in for each. Put together by hand, because a {@code MimeMessage} looks its stream provider up on every call, which
 * costs many times what the rest does.
 */
public final class InvitationMime {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);
    /** Cannot occur in quoted-printable text, where a hexadecimal digit follows every equals sign. */
    private static final String BOUNDARY = "=_invitation";
    /** A dot-atom (RFC 5322, section 3.2.3). */
    private static final Pattern KEY = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");
    /** All lanes of a node and all languages of a batch; each takes as much room as its mail, usually 30 kB. */
    private static final int PREPARED = 64;

    private final Sender sender;
    private final InstantSource clock;
    private final RecentlyUsed<MailTemplateKey, MimeTemplate> prepared = new RecentlyUsed<>(PREPARED, this::prepare);

    public InvitationMime(Sender sender, InstantSource clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the message key is not fit for a header */
    public byte[] write(Invitation invitation, RecipientAddress to) {
        var now = clock.instant();
        var fields = RecipientFields.of(invitation);
        var headers = new StringBuilder();
        header(headers, "Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        header(headers, "To", to(fields.name(), to));
        header(headers, "Message-ID", messageId(invitation.messageKey()));
        invitation.reminding().flatMap(Reminding::firstMessageKey).ifPresent(first -> {
            header(headers, "In-Reply-To", messageId(first));
            header(headers, "References", messageId(first));
        });
        return prepared.of(MailTemplateKey.of(invitation, now)).fill(headers.toString(), fields);
    }

    /** The same as its recipient reads it. */
    public WrittenInvitation read(Invitation invitation) {
        var key = MailTemplateKey.of(invitation, clock.instant());
        var content = InvitationContent.of(key, RecipientFields.of(invitation));
        return new WrittenInvitation(
                content.subject(),
                sender.from(key.organization()).toUnicodeString(),
                replyTo(key).map(InvitationMime::unfolded).orElse(null),
                InvitationText.of(content),
                InvitationHtml.of(content));
    }

    private static String unfolded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The address on a line of its own behind a name, because both may be long. */
    private static String to(String name, RecipientAddress to) {
        return name.isEmpty() ? to.text() : HeaderText.phrase(name, "To: ".length()) + "\r\n <" + to.text() + ">";
    }

    private MimeTemplate prepare(MailTemplateKey key) {
        var text = InvitationContent.of(key, Placeholders.OF_TEXT);
        var out = new StringBuilder();
        header(out, "From", sender.fromHeader(key.organization()));
        replyTo(key).ifPresent(address -> header(out, "Reply-To", address));
        header(out, "Subject", HeaderText.encoded(text.subject(), "Subject: ".length()));
        header(out, "Auto-Submitted", "auto-generated");
        header(out, "X-Auto-Response-Suppress", "All");
        header(out, "Content-Language", text.language());
        header(out, "MIME-Version", "1.0");
        header(out, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + '"');
        out.append("\r\n");
        part(out, "text/plain", InvitationText.of(text));
        part(out, "text/html", InvitationHtml.of(InvitationContent.of(key, Placeholders.OF_HTML)));
        out.append("--").append(BOUNDARY).append("--\r\n");
        return MimeTemplate.of(out.toString());
    }

    /** Answers reach somebody who can help, unless the configuration wants them elsewhere. */
    private Optional<String> replyTo(MailTemplateKey key) {
        return sender.replyToHeader()
                .or(() -> key.organization()
                        .windowsEnterprise()
                        .map(WindowsEnterprise::contactEmail)
                        .map(String::strip)
                        .flatMap(ContactWay::address));
    }

    private String messageId(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the message key is not fit for a Message-ID");
        }
        return "<" + key + "@" + sender.domain() + ">";
    }

    private static void part(StringBuilder out, String type, String text) {
        out.append("--").append(BOUNDARY).append("\r\n");
        header(out, "Content-Type", type + "; charset=UTF-8");
        header(out, "Content-Transfer-Encoding", "quoted-printable");
        out.append("\r\n");
        QuotedPrintable.append(out, text);
    }

    private static void header(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append("\r\n");
    }
}
