package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.EnrollmentProblem;
import java.util.Locale;

/** CDI event: a request was answered 429, because of this rate limit. */
public enum RateLimited {
    /** Wrong codes and links of a client network. */
    GUESSES,
    /** Recipients of an organization. */
    RECIPIENTS,
    /** Resends of one invitation. */
    RESENDS,
    /** Test mails of a caller. */
    TESTS;

    /** @throws IllegalArgumentException for the problem of no rate limit */
    public static RateLimited of(EnrollmentProblem problem) {
        return switch (problem) {
            case HOURLY_RECIPIENTS_REACHED -> RECIPIENTS;
            case RESENT_TOO_SOON -> RESENDS;
            case TEST_MAILS_REACHED -> TESTS;
            default -> throw new IllegalArgumentException(problem.name());
        };
    }

    /** Its name in headers and metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
