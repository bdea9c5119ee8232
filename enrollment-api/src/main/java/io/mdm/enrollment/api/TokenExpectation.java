package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;

/** Precondition of a change, judged on the token as it is at that moment. */
@FunctionalInterface
public interface TokenExpectation {
    /** Holds for every token. */
    TokenExpectation NONE = token -> {};

    /** @throws RuntimeException of the caller's choice when the token is not as expected; nothing is changed then */
    void judge(IssuedToken present);
}
