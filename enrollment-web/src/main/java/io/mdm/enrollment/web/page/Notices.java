package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The pages of links that cannot be used, each with its reason. */
final class Notices {
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private Notices() {}

    static Page ended(Frame frame, Reason reason) {
        var about = reason.name().toLowerCase(Locale.ROOT);
        return new Notice(frame, about, List.of(frame.say(about + ".what"), frame.say(about + ".next")), "").page(410);
    }

    static Page unknown(Frame frame, String enroll) {
        return new Notice(frame, "unknown", List.of(frame.say("unknown.what")), enroll).page(404);
    }

    static Page tooMany(Frame frame) {
        return new Notice(frame, "many", List.of(frame.say("many.what"), frame.say("many.next")), "").page(429);
    }

    /** Nothing can be looked up. */
    static Page away(Frame frame) {
        return new Notice(frame, "away", List.of(frame.say("away.what")), "")
                .page(503)
                .after(A_MOMENT);
    }

    /** What was sent is no form. */
    static Page unreadable(Frame frame, String enroll, int status) {
        return new Notice(frame, "unreadable", List.of(frame.say("unreadable.what")), enroll).page(status);
    }
}
