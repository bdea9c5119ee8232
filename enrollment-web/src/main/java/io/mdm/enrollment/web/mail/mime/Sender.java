package io.mdm.enrollment.web.mail.mime;

import io.mdm.enrollment.web.config.MailConfiguration;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Sender of all mails, as configured.
 *
 * @param address bare, for the envelope
 * @param domain its part behind the {@code @}, ASCII
 * @param fromHeader the value of {@code From}, folded
 * @param replyToHeader the value of {@code Reply-To}, folded
 */
public record Sender(String address, String domain, String fromHeader, Optional<String> replyToHeader) {

    /** @throws IllegalArgumentException when an address is invalid, or its domain is not in A-labels (RFC 5890) */
    public static Sender of(MailConfiguration configuration) {
        var from = parsed("mail.from", configuration.from());
        var replyTo = configuration.replyTo().map(text -> parsed("mail.reply-to", text));
        return new Sender(
                from.getAddress(),
                domainOf(from),
                MimeUtility.fold("From: ".length(), from.toString()),
                replyTo.map(address -> MimeUtility.fold("Reply-To: ".length(), address.toString())));
    }

    private static InternetAddress parsed(String key, String text) {
        try {
            var address = new InternetAddress(text, true);
            // a name read raw would also be written raw
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(domainOf(address))) {
                throw new IllegalArgumentException(key + " wants its domain in A-labels");
            }
            return address;
        } catch (AddressException | UnsupportedEncodingException unreadable) {
            throw new IllegalArgumentException(key + " is no address", unreadable);
        }
    }

    private static String domainOf(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
