package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.token.TokenNotUsable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Message pages, one for each reason why a link or form cannot be used. */
final class MessagePages {
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private MessagePages() {}

    static Page ended(PageLayout layout, TokenNotUsable end) {
        var about = end.reason().name().toLowerCase(Locale.ROOT);
        var when = end.endedAt()
                .map(at -> layout.say(about + ".when", layout.words().day(at, layout.zone())));
        var paragraphs = Stream.of(
                        Optional.of(layout.say(about + ".what")), when, Optional.of(layout.say(about + ".next")))
                .flatMap(Optional::stream)
                .toList();
        return new MessagePage(layout, about, paragraphs, "").page(410);
    }

    static Page unknown(PageLayout layout, String enroll) {
        return new MessagePage(layout, "unknown", List.of(layout.say("unknown.what")), enroll).page(404);
    }

    static Page tooMany(PageLayout layout) {
        return new MessagePage(layout, "many", List.of(layout.say("many.what"), layout.say("many.next")), "").page(429);
    }

    /** The database cannot be reached, or another failure. */
    static Page unavailable(PageLayout layout) {
        return new MessagePage(layout, "away", List.of(layout.say("away.what")), "")
                .page(503)
                .after(A_MOMENT);
    }

    /** The body sent is not the form. */
    static Page unreadable(PageLayout layout, String enroll, int status) {
        return new MessagePage(layout, "unreadable", List.of(layout.say("unreadable.what")), enroll).page(status);
    }
}
