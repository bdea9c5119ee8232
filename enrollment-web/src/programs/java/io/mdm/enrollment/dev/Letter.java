package io.mdm.enrollment.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;

/**
 * A mail that the development server's relay has taken.
 *
 * @param number from 1, in order of arrival
 * @param from as people read it, like the two after it; empty if the mail says nothing
 * @param source all of it, as it came
 */
record Letter(int number, Instant received, String from, String to, String subject, String source) {
    private static final Session SESSION = Session.getInstance(new Properties());

    static Letter of(int number, Instant received, String source) {
        var message = message(source);
        return new Letter(
                number, received, header(message, "From"), header(message, "To"), header(message, "Subject"), source);
    }

    Mail mail() {
        return Mail.of(message());
    }

    MimeMessage message() {
        return message(source);
    }

    /** Whether recipient or subject contains the text, in any case. */
    boolean mentions(String text) {
        return (to + "\n" + subject).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    static MimeMessage message(String source) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(source.getBytes(UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A value without the encoding of RFC 2047 and the folding of RFC 5322. */
    static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (IOException e) {
            return value;
        }
    }

    /** The first value of a header; empty if there is none. */
    static String header(MimeMessage message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? "" : decoded(values[0]);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
