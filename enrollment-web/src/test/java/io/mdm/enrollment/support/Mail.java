package io.mdm.enrollment.support;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it.
 *
 * @param text the plain text, empty if there is none
 * @param html the HTML, empty if there is none
 * @param message all of it
 */
public record Mail(String from, String to, String subject, String text, String html, MimeMessage message) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/enroll/[^\\s\"<>]+");

    public static Mail of(MimeMessage message) {
        try {
            return new Mail(
                    message.getFrom()[0].toString(),
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    content(message, "text/plain"),
                    content(message, "text/html"),
                    message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail that cannot be read", e);
        }
    }

    /**
     * The personal link in the plain text.
     *
     * @throws IllegalStateException if there is none
     */
    public String link() {
        return LINK.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No link in the mail \"" + subject + "\""))
                .group();
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        var found = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                found.append(content(inner, type));
            }
        }
        return found.toString();
    }
}
