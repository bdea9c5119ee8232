package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.domain.delivery.Doubts.Doubt;
import java.time.Duration;

/**
 * Rule for relays that limit the rate: everything is sent more slowly, and the invitation again within seconds, without
 * an attempt. If the relay goes on taking others, it was no limit of the rate.
 */
final class SendingPaceRule {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int MAX_WAITS = 5;

    /** A relay that makes us wait as long as this is as good as unreachable. */
    private static final Duration MAX_HOLD = Duration.ofSeconds(8);

    private final InvitationMailer mailer;
    private final RelayHealth health;
    private final Doubts doubts;
    private final RetrySchedule retries;
    private final ModuleClock clock;

    SendingPaceRule(
            InvitationMailer mailer, RelayHealth health, Doubts doubts, RetrySchedule retries, ModuleClock clock) {
        this.mailer = mailer;
        this.health = health;
        this.doubts = doubts;
        this.retries = retries;
        this.clock = clock;
    }

    /** @throws RelayUnavailable when the relay takes nothing for seconds */
    void apply(Attempt attempt, RelayReply reply, Attempts attempts) throws RelayUnavailable {
        var hold = mailer.slowDown();
        var doubt = next(attempt);
        if (doubt.times() > MAX_WAITS) {
            doubts.drop(attempt);
            attempts.charged(attempt, reply);
        } else {
            doubts.keep(attempt, doubt);
            attempts.putAside(attempt, clock.instant().plus(retries.jittered(WAIT)));
        }
        if (hold.compareTo(MAX_HOLD) >= 0) {
            throw new RelayUnavailable(reply.toString());
        }
    }

    private Doubt next(Attempt attempt) {
        var earlier = doubts.about(attempt);
        int others = earlier.map(doubt -> health.deliveredSince(doubt.since()) ? 1 : 0)
                .orElse(1);
        return new Doubt(health.begin(), earlier.map(Doubt::times).orElse(0) + others);
    }
}
