package io.mdm.enrollment.domain.batch;

import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.SendTimeRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time at which mails are to leave. */
public final class SendTime {
    /** By so much the clocks of callers may be behind, and a request take; it means at once then. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private SendTime() {}

    /** @throws SendTimeRefused if it has passed, or is further away than it may be */
    public static void require(Optional<Instant> time, Instant now) {
        var latest = now.plus(IssueTokens.MAX_AHEAD);
        time.ifPresent(asked -> {
            if (asked.isBefore(now.minus(SLACK))) {
                throw new SendTimeRefused(EnrollmentProblem.SEND_TIME_PASSED, now);
            }
            if (asked.isAfter(latest)) {
                throw new SendTimeRefused(EnrollmentProblem.SEND_TIME_TOO_FAR, latest);
            }
        });
    }
}
