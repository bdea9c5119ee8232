package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.Mail;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mails received: {@code /inbox/after/7.json} lists the next hundred, {@code /inbox/8.json} tells all of one,
 * {@code /inbox/8.html} is its HTML part and {@code /inbox/8.eml} the whole as it came.
 */
record InboxPages(Letters letters) implements Pages {
    private static final Pattern PATH = Pattern.compile("/inbox/(after/)?([0-9]{1,6})\\.(json|html|eml)");
    private static final int AT_ONCE = 100;

    /** Whatever the mail holds, it runs no script and gets at nothing; its links open windows of their own. */
    private static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + "style-src 'unsafe-inline'; img-src https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @Override
    public Optional<Page> at(String path) {
        var wanted = PATH.matcher(path);
        if (!wanted.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(wanted.group(2));
        return wanted.group(1) == null
                ? number == 0 ? Optional.empty() : letters.at(number).map(mail -> page(mail, number, wanted.group(3)))
                : Optional.of(Page.json(list(number)));
    }

    private Page page(Mail mail, int number, String form) {
        try {
            return switch (form) {
                case "html" -> Page.of("text/html", POLICY, withLinksInWindows(mail.html()));
                case "eml" -> Page.text("text/plain", source(mail.message()));
                default -> Page.json(whole(mail, number));
            };
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail that cannot be read", e);
        }
    }

    private JsonArray list(int after) {
        var list = Json.createArrayBuilder();
        int number = after;
        for (Mail mail : letters.after(after, AT_ONCE)) {
            list.add(summary(mail, ++number));
        }
        return list.build();
    }

    private static JsonObjectBuilder summary(Mail mail, int number) {
        return Json.createObjectBuilder()
                .add("number", number)
                .add("from", decoded(mail.from()))
                .add("to", decoded(mail.to()))
                .add("subject", mail.subject());
    }

    private static JsonObject whole(Mail mail, int number) throws MessagingException {
        var headers = Json.createArrayBuilder();
        for (Header header : headers(mail.message())) {
            headers.add(Json.createArrayBuilder().add(header.getName()).add(decoded(header.getValue())));
        }
        return summary(mail, number)
                .add("text", mail.text())
                .add("html", !mail.html().isEmpty())
                .add("headers", headers)
                .build();
    }

    private static List<Header> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders());
    }

    private static String source(MimeMessage message) throws MessagingException, IOException {
        var source = new ByteArrayOutputStream();
        message.writeTo(source);
        return source.toString(StandardCharsets.UTF_8);
    }

    private static String withLinksInWindows(String html) {
        return html.replaceFirst("(?i)<head>", "<head><base target=\"_blank\">");
    }

    /** Without the encoding of RFC 2047 and the folding of RFC 5322. */
    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (IOException e) {
            return value;
        }
    }
}
