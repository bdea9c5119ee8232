package io.mdm.enrollment.dev;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mails received: {@code /inbox?text} lists the newest of those whose recipient or subject contains the text,
 * {@code /inbox/8.json} tells all of one, {@code /inbox/8.html} is its HTML part and {@code /inbox/8.eml} the whole as
 * it came.
 */
record InboxPages(Letters letters) implements Pages {
    private static final Pattern LETTER = Pattern.compile("/inbox/([0-9]{1,6})\\.(json|html|eml)");
    private static final int MAX_LISTED = 100;

    /** Whatever the mail holds, it runs no script and gets at nothing; its links open windows of their own. */
    static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + "style-src 'unsafe-inline'; img-src https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @Override
    public Optional<Page> at(URI request) {
        if (request.getPath().equals("/inbox")) {
            return Optional.of(
                    Page.json(list(Optional.ofNullable(request.getQuery()).orElse(""))));
        }
        var wanted = LETTER.matcher(request.getPath());
        return wanted.matches()
                ? letters.at(Integer.parseInt(wanted.group(1))).map(letter -> page(letter, wanted.group(2)))
                : Optional.empty();
    }

    private static Page page(Letter letter, String form) {
        return switch (form) {
            case "html" ->
                Page.of("text/html", POLICY, withLinksInWindows(letter.mail().html()));
            case "eml" -> Page.text("text/plain", letter.source());
            default -> Page.json(whole(letter));
        };
    }

    private JsonObject list(String text) {
        var found = letters.mentioning(text);
        var mails = Json.createArrayBuilder();
        found.stream().limit(MAX_LISTED).map(InboxPages::summary).forEach(mails::add);
        return Json.createObjectBuilder()
                .add("received", letters.received())
                .add("found", found.size())
                .add("mails", mails)
                .build();
    }

    private static JsonObjectBuilder summary(Letter letter) {
        return Json.createObjectBuilder()
                .add("number", letter.number())
                .add("received", letter.received().toString())
                .add("from", letter.from())
                .add("to", letter.to())
                .add("subject", letter.subject());
    }

    private static JsonObject whole(Letter letter) {
        var mail = letter.mail();
        var headers = Json.createArrayBuilder();
        for (Header header : headers(mail.message())) {
            headers.add(Json.createArrayBuilder().add(header.getName()).add(Letter.decoded(header.getValue())));
        }
        return summary(letter)
                .add("text", mail.text())
                .add("html", !mail.html().isEmpty())
                .add("headers", headers)
                .build();
    }

    private static List<Header> headers(MimeMessage message) {
        try {
            return Collections.list(message.getAllHeaders());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withLinksInWindows(String html) {
        return html.replaceFirst("(?i)<head>", "<head><base target=\"_blank\">");
    }
}
