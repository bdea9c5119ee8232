package io.mdm.enrollment.web.mail.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** Message that is written already, and notes when it is sent. */
final class RawMimeMessage extends MimeMessage {
    private final byte[] octets;
    private final SmtpProgress progress;

    RawMimeMessage(Session session, byte[] octets, SmtpProgress progress) {
        super(session);
        this.octets = octets;
        this.progress = progress;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        progress.contentBegins();
        out.write(octets);
        progress.contentIsWritten();
    }
}
