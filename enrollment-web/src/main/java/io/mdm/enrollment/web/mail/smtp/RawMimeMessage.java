package io.mdm.enrollment.web.mail.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** Message that is written already, and knows whether any of it was sent. */
final class RawMimeMessage extends MimeMessage {
    private final byte[] octets;
    private boolean begun;

    RawMimeMessage(Session session, byte[] octets) {
        super(session);
        this.octets = octets;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        begun = true;
        out.write(octets);
    }

    /** Whether the relay has asked for the message (354), so that it may have taken it. */
    boolean begun() {
        return begun;
    }
}
