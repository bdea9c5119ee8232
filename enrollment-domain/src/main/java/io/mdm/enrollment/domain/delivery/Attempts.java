package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Stores what came of each attempt: sent, to be tried again, or failed. */
@ApplicationScoped
class Attempts {
    private static final int MAX_BROKEN_ATTEMPTS = 3;
    private static final Duration UNKNOWN_OUTCOME_PAUSE = Duration.ofMinutes(1);

    RetrySchedule retries = RetrySchedule.random();

    @Inject
    Invitations invitations;

    @Inject
    ModuleClock clock;

    void answered(Attempt attempt, RelayReply reply) {
        if (reply.accepted()) {
            invitations.sent(attempt.lane(), attempt.index(), reply, clock.instant());
        } else if (reply.refused()) {
            invitations.failed(attempt.lane(), attempt.index(), Optional.of(reply));
        } else {
            tryAgain(attempt, Optional.of(reply), next(attempt));
        }
    }

    /** The connection was lost before the answer. A message on which a relay always hangs up is not sent for ever. */
    void outcomeUnknown(Attempt attempt) {
        var next = clock.instant().plus(UNKNOWN_OUTCOME_PAUSE);
        if (retries.isInTime(next, attempt.promisedAt(), attempt.expireAt())) {
            invitations.outcomeUnknown(attempt.lane(), attempt.index(), next);
        } else {
            invitations.failed(attempt.lane(), attempt.index(), Optional.empty());
        }
    }

    /** The message could not be written. */
    void broken(Attempt attempt) {
        tryAgain(attempt, Optional.empty(), next(attempt).filter(next -> attempt.number() < MAX_BROKEN_ATTEMPTS));
    }

    private Optional<Instant> next(Attempt attempt) {
        return retries.next(attempt.number(), attempt.promisedAt(), attempt.expireAt(), clock.instant());
    }

    private void tryAgain(Attempt attempt, Optional<RelayReply> reply, Optional<Instant> next) {
        next.ifPresentOrElse(
                instant -> invitations.deferred(attempt.lane(), attempt.index(), reply, instant),
                () -> invitations.failed(attempt.lane(), attempt.index(), reply));
    }
}
