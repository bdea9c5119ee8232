package io.mdm.enrollment.web.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Mail relay and sender.
 *
 * @param from the sender, an address with or without a display name (RFC 5322, section 3.4), in which
 *     {@code {organization}} stands for the name of the organization
 * @param fromDomains domains of which organizations may name a sender of their own, in lower case
 * @param replyTo where answers go, in the same form
 * @param user name for SMTP AUTH; empty for none
 * @param rate messages per second on this node; empty for as fast as the relay takes them
 * @param smtpUtf8 whether local parts may hold other characters than ASCII (RFC 6531)
 */
public record MailConfiguration(
        String host,
        int port,
        String from,
        Set<String> fromDomains,
        Optional<String> replyTo,
        Optional<String> user,
        Optional<String> password,
        Tls tls,
        OptionalInt rate,
        boolean smtpUtf8) {

    /** Encryption of the connection to the relay. */
    public enum Tls {
        /** STARTTLS (RFC 3207), and no mail without it. */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT,
        /** STARTTLS if the relay offers it. */
        OPTIONAL,
        /** No encryption. */
        NONE
    }

    /** Host, port and encryption: no credentials. */
    @Override
    public String toString() {
        return "MailConfiguration[" + host + ":" + port + ", tls=" + tls + "]";
    }
}
