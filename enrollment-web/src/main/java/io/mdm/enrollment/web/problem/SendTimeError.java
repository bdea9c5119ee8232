package io.mdm.enrollment.web.problem;

import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.SendTimeRefused;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.ErrorContext;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.RequestErrors;
import java.util.List;

/** Error of a time at which mails cannot leave. */
final class SendTimeError {
    private static final List<Object> PATH = List.of("sendAt");

    private SendTimeError() {}

    static RequestRefused of(SendTimeRefused refused) {
        var context = ErrorContext.limit(refused.bound());
        return refused.problem() == EnrollmentProblem.SEND_TIME_PASSED
                ? new RequestErrors().last(PATH, ErrorType.DATE_MIN, "must not have passed", context)
                : new RequestErrors()
                        .last(
                                PATH,
                                ErrorType.DATE_MAX,
                                "must be at most " + IssueTokens.MAX_AHEAD.toDays() + " days ahead",
                                context);
    }
}
