package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.IssuedToken;
import io.mdm.enrollment.api.Language;
import io.mdm.enrollment.api.Organization;
import io.mdm.enrollment.api.TokenNotUsable.Reason;
import io.mdm.enrollment.api.WindowsEnterprise;
import io.mdm.enrollment.web.text.Html;
import io.mdm.enrollment.web.text.Wording;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page behind a personal link, ready to be sent.
 *
 * @param status of HTTP: 200 live, 404 unknown, 410 not valid any more, 503 not to be told now
 */
record EnrollPage(int status, String html) {
    private static final String WORDS = "io.mdm.enrollment.web.page.page";

    /** The only style there is; its hash stands in the content security policy. */
    static final String STYLE = """
            body{margin:0 auto;max-width:40rem;padding:1.5rem;font:1.05rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}
            a.button{display:inline-block;padding:.8rem 1.4rem;border-radius:.4rem;background:#0b5fff;color:#fff;text-decoration:none}
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <h1>%s</h1>
            %s
            </body>
            </html>
            """;

    /** The page of a link that can be used now. */
    static EnrollPage live(
            IssuedToken token, Organization organization, WindowsEnterprise enterprise, String credential) {
        var words = Wording.of(WORDS, token.language());
        var name = organization.name();
        var address = Objects.requireNonNull(token.email(), "a live token has its address");
        var displayName = token.settings().displayName();
        var parts = Stream.of(
                paragraph(words.say("live.introduction", name)),
                displayName == null || displayName.isBlank() ? "" : paragraph(words.say("live.name", displayName)),
                "<p><a class=\"button\" href=\"%s\">%s</a></p>"
                        .formatted(
                                Html.escaped(DeepLink.of(address, enterprise.serverName(), credential)),
                                Html.escaped(words.say("live.button"))),
                paragraph(words.say("live.where")),
                paragraph(words.say("live.expiry", words.moment(token.expireAt()))),
                "<h2>%s</h2>".formatted(Html.escaped(words.say("manual.title"))),
                steps(
                        words.say("manual.settings"),
                        words.say("manual.enroll"),
                        words.say("manual.address", address),
                        words.say("manual.server", enterprise.serverName())),
                contact(words, enterprise));
        return of(200, words, words.say("live.title", name), parts);
    }

    /** The page of a link that cannot be used, and why. */
    static EnrollPage notUsable(Reason reason, Language language) {
        var words = Wording.of(WORDS, language);
        return reason == Reason.UNKNOWN
                ? of(404, words, words.say("unknown.title"), Stream.of(paragraph(words.say("unknown.what"))))
                : of(
                        410,
                        words,
                        words.say("ended.title"),
                        Stream.of(paragraph(words.say("ended." + reason)), paragraph(words.say("ended.what"))));
    }

    /** The page while nothing can be looked up. */
    static EnrollPage away(Language language) {
        var words = Wording.of(WORDS, language);
        return of(503, words, words.say("away.title"), Stream.of(paragraph(words.say("away.what"))));
    }

    private static EnrollPage of(int status, Wording words, String title, Stream<String> parts) {
        var body = parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
        var heading = Html.escaped(title);
        return new EnrollPage(status, PAGE.formatted(words.tag(), heading, STYLE, heading, body));
    }

    private static String paragraph(String text) {
        return "<p>" + Html.escaped(text) + "</p>";
    }

    private static String steps(String... steps) {
        return List.of(steps).stream()
                .map(step -> "<li>" + Html.escaped(step) + "</li>")
                .collect(Collectors.joining("\n", "<ol>\n", "\n</ol>"));
    }

    private static String contact(Wording words, WindowsEnterprise enterprise) {
        var known = Stream.of(enterprise.contactEmail(), enterprise.contactPhone())
                .filter(Objects::nonNull)
                .filter(way -> !way.isBlank())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : paragraph(words.say("contact", known));
    }
}
