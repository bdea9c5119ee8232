package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.api.Invitation;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes an invitation as it goes over the wire: {@code multipart/alternative} with text and HTML, lines ended by CRLF
 * (RFC 5322, RFC 2046). By hand, because a {@code MimeMessage} looks its stream provider up on every call, which costs
 * many times what the rest does.
 */
final class InvitationMime {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);
    /** Cannot occur in quoted-printable text, where a hexadecimal digit follows every equals sign. */
    private static final String BOUNDARY = "=_invitation";
    /** A dot-atom (RFC 5322, section 3.2.3). */
    private static final Pattern KEY = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

    private final Sender sender;
    private final InstantSource clock;

    InvitationMime(Sender sender, InstantSource clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the message key is not fit for a header */
    byte[] write(Invitation invitation, RecipientAddress to) {
        var content = InvitationContent.of(invitation);
        var out = new StringBuilder(8192);
        header(out, "Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        header(out, "From", sender.fromHeader());
        sender.replyToHeader().ifPresent(replyTo -> header(out, "Reply-To", replyTo));
        header(out, "To", to.text());
        header(out, "Message-ID", messageId(invitation.messageKey()));
        header(out, "Subject", HeaderText.encoded(content.subject(), "Subject: ".length()));
        header(out, "Auto-Submitted", "auto-generated");
        header(out, "X-Auto-Response-Suppress", "All");
        header(out, "Content-Language", content.language());
        header(out, "MIME-Version", "1.0");
        header(out, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + '"');
        out.append("\r\n");
        part(out, "text/plain", content.text());
        part(out, "text/html", content.html());
        out.append("--").append(BOUNDARY).append("--\r\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
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
