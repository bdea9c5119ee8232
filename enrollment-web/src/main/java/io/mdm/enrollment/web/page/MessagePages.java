package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Message pages, one for each reason why a link or form cannot be used. */
final class MessagePages {
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private MessagePages() {}

    /** The time of the link is over, or has not come. */
    static Page ended(PageLayout layout, TokenNotUsable end) {
        var about = end.reason().name().toLowerCase(Locale.ROOT);
        boolean isYetToCome = end.reason() == Reason.NOT_YET;
        var when = end.endedAt()
                .map(at -> isYetToCome
                        ? layout.words().moment(at, layout.zone())
                        : layout.words().day(at, layout.zone()))
                .map(time -> layout.say(about + ".when", time));
        var paragraphs = Stream.of(
                        Optional.of(layout.say(about + ".what")), when, Optional.of(layout.say(about + ".next")))
                .flatMap(Optional::stream)
                .toList();
        return new MessagePage(layout, about, paragraphs, "").page(isYetToCome ? 404 : 410);
    }

    /** The link of an invitation that is only looked at. */
    static Page preview(PageLayout layout) {
        return new MessagePage(layout, "preview", List.of(layout.say("preview.what")), "").page(404);
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
