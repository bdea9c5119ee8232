package io.mdm.enrollment.domain.token;

import java.time.Instant;
import java.util.List;

/**
 * Pending tokens in the order in which they expire. Each expiry is taken once: how far they have been taken is stored,
 * so that nothing has to be marked on the tokens.
 */
public interface ExpiredTokens {

    /**
     * Takes tokens that have expired by that instant and have not been taken, the earliest first, as part of the
     * running transaction. Nobody else takes or changes them until it ends. Those whose person was erased are left out.
     *
     * @return about a thousand; more if more of them expired at the same instant, and none if nothing is left
     */
    List<ExpiredToken> take(Instant until);

    /** How far they have been taken. */
    Instant takenUntil();
}
