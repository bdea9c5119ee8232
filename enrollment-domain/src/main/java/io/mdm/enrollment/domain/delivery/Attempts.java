package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Outcomes of attempts, stored at once: sent, to be tried again, or failed. */
final class Attempts {
    private static final int MAX_BROKEN_ATTEMPTS = 3;

    private final Invitations invitations;
    private final RetrySchedule retries;
    private final ModuleClock clock;

    Attempts(Invitations invitations, RetrySchedule retries, ModuleClock clock) {
        this.invitations = invitations;
        this.retries = retries;
        this.clock = clock;
    }

    /** Whether this attempt is ours: nobody else has begun another one, and the invitation is still to be sent. */
    boolean claim(Attempt attempt) {
        return invitations.claim(attempt.lane(), attempt.promised());
    }

    /** The relay was found unusable before it took anything: as if nothing had been tried. */
    void undone(Attempt attempt) {
        invitations.released(attempt.lane(), attempt.index());
    }

    /** The same, and it is not tried before that time. */
    void putAside(Attempt attempt, Instant until) {
        invitations.putAside(attempt.lane(), attempt.index(), until);
    }

    void sent(Attempt attempt, RelayReply reply) {
        invitations.sent(attempt.lane(), attempt.index(), reply, clock.instant());
    }

    /** The relay refused the invitation, or broke off over it: it fails after a 5xx, and is tried again otherwise. */
    void charged(Attempt attempt, RelayAnswer answer) {
        var reply = Optional.of(answer).filter(RelayReply.class::isInstance).map(RelayReply.class::cast);
        tryAgain(attempt, reply, reply.filter(RelayReply::refused).isPresent() ? Optional.empty() : next(attempt));
    }

    /** A message on which a relay always hangs up is not sent indefinitely. */
    void outcomeUnknown(Attempt attempt) {
        next(attempt)
                .filter(next -> attempt.unconfirmed() < Attempt.MAX_UNCONFIRMED)
                .ifPresentOrElse(
                        instant -> invitations.outcomeUnknown(attempt.lane(), attempt.index(), instant),
                        () -> invitations.failed(attempt.lane(), attempt.index(), Optional.empty()));
    }

    /** The message could not be written. */
    void broken(Attempt attempt) {
        tryAgain(attempt, Optional.empty(), next(attempt).filter(next -> attempt.number() < MAX_BROKEN_ATTEMPTS));
    }

    /** The message cannot be sent as this node is configured now. */
    void postponed(Attempt attempt, Duration wait) {
        var next = clock.instant().plus(retries.jittered(wait));
        if (retries.isInTime(next, attempt.promisedAt(), attempt.expireAt())) {
            invitations.postponed(attempt.lane(), attempt.index(), next);
        } else {
            invitations.failed(attempt.lane(), attempt.index(), Optional.empty());
        }
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
