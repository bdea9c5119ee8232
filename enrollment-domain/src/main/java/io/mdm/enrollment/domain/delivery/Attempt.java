package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.time.Instant;

/** An attempt to deliver one of a lane's invitations. */
record Attempt(DeliveryLane lane, PromisedInvitation promised, EnrollmentToken token) {

    int index() {
        return promised.index();
    }

    /** How many there are with this one. */
    int number() {
        return promised.attempts() + 1;
    }

    Instant promisedAt() {
        return promised.promisedAt();
    }

    Instant expireAt() {
        return token.expireAt();
    }
}
