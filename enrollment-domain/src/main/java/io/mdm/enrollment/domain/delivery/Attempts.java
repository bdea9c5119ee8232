package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Outcomes of attempts, stored at once: sent, to be tried again, or failed. */
final class Attempts {
    private static final int MAX_BROKEN_ATTEMPTS = 3;
    private static final Duration UNKNOWN_OUTCOME_PAUSE = Duration.ofMinutes(1);

    private final Invitations invitations;
    private final RetrySchedule retries;
    private final ModuleClock clock;

    Attempts(Invitations invitations, RetrySchedule retries, ModuleClock clock) {
        this.invitations = invitations;
        this.retries = retries;
        this.clock = clock;
    }

    void answered(Attempt attempt, RelayReply reply) {
        if (reply.accepted()) {
            invitations.sent(attempt.lane(), attempt.index(), reply, clock.instant());
        } else if (reply.refused()) {
            invitations.failed(attempt.lane(), attempt.index(), Optional.of(reply));
        } else {
            tryAgain(attempt, Optional.of(reply), next(attempt));
        }
    }

    /**
     * The connection was lost before the answer. A message on which a relay always hangs up is not sent indefinitely.
     */
    void outcomeUnknown(Attempt attempt) {
        next(attempt, UNKNOWN_OUTCOME_PAUSE)
                .ifPresentOrElse(
                        instant -> invitations.outcomeUnknown(attempt.lane(), attempt.index(), instant),
                        () -> invitations.failed(attempt.lane(), attempt.index(), Optional.empty()));
    }

    /** The message could not be written. */
    void broken(Attempt attempt) {
        tryAgain(attempt, Optional.empty(), next(attempt).filter(next -> attempt.number() < MAX_BROKEN_ATTEMPTS));
    }

    /** The message cannot be sent as the module is configured now. */
    void postponed(Attempt attempt) {
        next(attempt, retries.jittered(RetrySchedule.LATER_WAIT))
                .ifPresentOrElse(
                        instant -> invitations.postponed(attempt.lane(), attempt.index(), instant),
                        () -> invitations.failed(attempt.lane(), attempt.index(), Optional.empty()));
    }

    private Optional<Instant> next(Attempt attempt) {
        return retries.next(attempt.number(), attempt.promisedAt(), attempt.expireAt(), clock.instant());
    }

    private Optional<Instant> next(Attempt attempt, Duration wait) {
        return Optional.of(clock.instant().plus(wait))
                .filter(instant -> retries.isInTime(instant, attempt.promisedAt(), attempt.expireAt()));
    }

    private void tryAgain(Attempt attempt, Optional<RelayReply> reply, Optional<Instant> next) {
        next.ifPresentOrElse(
                instant -> invitations.deferred(attempt.lane(), attempt.index(), reply, instant),
                () -> invitations.failed(attempt.lane(), attempt.index(), reply));
    }
}
