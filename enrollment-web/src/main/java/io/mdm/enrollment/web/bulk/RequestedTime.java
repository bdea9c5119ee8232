package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.ErrorContext;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.RequestErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Time at which mails are to leave. */
final class RequestedTime {
    static final String NAME = "sendAt";

    /** By so much the clocks of callers may be behind, and a request take; it means at once then. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private RequestedTime() {}

    /** @throws RequestRefused if it has passed, or is further away than it may be */
    static void require(Optional<Instant> time, Instant now) {
        var errors = new RequestErrors();
        var max = now.plus(IssueTokens.MAX_AHEAD);
        time.filter(asked -> asked.isBefore(now.minus(SLACK)))
                .ifPresent(past ->
                        errors.add(List.of(NAME), ErrorType.DATE_MIN, "must not have passed", ErrorContext.limit(now)));
        time.filter(asked -> asked.isAfter(max))
                .ifPresent(far -> errors.add(
                        List.of(NAME),
                        ErrorType.DATE_MAX,
                        "must be at most " + IssueTokens.MAX_AHEAD.toDays() + " days ahead",
                        ErrorContext.limit(max)));
        errors.refuseIfAny();
    }
}
