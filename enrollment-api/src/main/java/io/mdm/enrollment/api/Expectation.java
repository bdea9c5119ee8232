package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;

/** What a caller insists on before a token changes, judged on the token as it is at that moment. */
@FunctionalInterface
public interface Expectation {
    /** Insists on nothing. */
    Expectation NONE = token -> {};

    /** @throws EnrollmentException {@link EnrollmentProblem#PRECONDITION_FAILED} when the token is not as expected */
    void judge(IssuedToken present);
}
