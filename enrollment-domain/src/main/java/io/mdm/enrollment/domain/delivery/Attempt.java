package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.time.Instant;

/** An attempt to deliver one of a lane's invitations. */
record Attempt(DeliveryLane lane, PromisedInvitation promised, EnrollmentToken token) {
    /** Bound of messages of unknown outcome. */
    static final int MAX_UNCONFIRMED = 3;

    int index() {
        return promised.index();
    }

    /** How many there are with this one. */
    int number() {
        return promised.attempts() + 1;
    }

    /** How many of them have no known outcome if this one has none. */
    int unconfirmed() {
        return promised.unconfirmed() + 1;
    }

    Instant promisedAt() {
        return promised.promisedAt();
    }

    Instant expireAt() {
        return token.expireAt();
    }
}
