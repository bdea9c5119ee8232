package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.domain.delivery.Doubts.Doubt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Undecided invitations of a slice: the relay hung up over them or would not have our mail, which may be their fault or
 * its own. Each is put aside without an attempt. Once the relay has taken another message, it was the invitation; after
 * several in a row, it is the relay.
 */
final class UndecidedInvitations {
    private static final Duration ASIDE = Duration.ofMinutes(1);

    private final List<Undecided> invitations = new ArrayList<>();
    private final Attempts attempts;
    private final RelayHealth health;
    private final Doubts doubts;
    private final RetrySchedule retries;
    private final ModuleClock clock;

    private record Undecided(Attempt attempt, RelayAnswer answer, long since) {
        /** The relay broke off, where it could have refused. */
        boolean isBreakOff() {
            return answer.endsConnection();
        }
    }

    UndecidedInvitations(
            Attempts attempts, RelayHealth health, Doubts doubts, RetrySchedule retries, ModuleClock clock) {
        this.attempts = attempts;
        this.health = health;
        this.doubts = doubts;
        this.retries = retries;
        this.clock = clock;
    }

    /** @throws RelayUnavailable when the relay is to blame */
    void add(Attempt attempt, RelayAnswer answer) throws RelayUnavailable {
        var earlier = doubts.about(attempt);
        if (earlier.filter(doubt -> health.deliveredSince(doubt.since())).isPresent()) {
            charge(attempt, answer);
            return;
        }
        long since = earlier.map(Doubt::since).orElseGet(health::begin);
        doubts.keep(attempt, new Doubt(since, 1));
        attempts.putAside(attempt, clock.instant().plus(retries.jittered(ASIDE)));
        invitations.add(new Undecided(attempt, answer, since));
        if (health.blamed()) {
            throw new RelayUnavailable(answer.toString());
        }
    }

    /** The relay was found at fault, or the lane was lost: only what is certain is charged. */
    void settleCertain() {
        invitations.stream()
                .filter(undecided -> health.deliveredSince(undecided.since()))
                .forEach(undecided -> charge(undecided.attempt(), undecided.answer()));
        invitations.clear();
    }

    /** The slice came to its end. Where the relay broke off over an invitation only, that one has had its attempt. */
    void settle() {
        if (health.isTrusted()) {
            invitations.stream()
                    .filter(Undecided::isBreakOff)
                    .forEach(undecided -> charge(undecided.attempt(), undecided.answer()));
            invitations.removeIf(Undecided::isBreakOff);
        }
        settleCertain();
    }

    private void charge(Attempt attempt, RelayAnswer answer) {
        doubts.drop(attempt);
        attempts.charged(attempt, answer);
    }
}
