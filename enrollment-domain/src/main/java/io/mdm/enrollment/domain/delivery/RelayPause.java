package io.mdm.enrollment.domain.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Pause of this node while the relay is unreachable. As long as it lasts, no lane tries it, so that thousands of lanes
 * cost one attempt; any message that is answered ends it, so that a relay that only refuses further connections loses
 * nothing.
 */
final class RelayPause {
    static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Logger LOG = System.getLogger(RelayPause.class.getName());

    private volatile Instant end = Instant.MIN;
    private Instant quietUntil = Instant.MIN;

    /** When lanes may try the relay again; empty when they may now. */
    Optional<Instant> end(Instant now) {
        return Optional.of(end).filter(now::isBefore);
    }

    void begin(Instant until) {
        end = until;
    }

    void over() {
        end = Instant.MIN;
    }

    /** However many lanes lose the relay at the same time, the operator is told once. */
    void report(String reason, Instant now, Instant until) {
        LOG.log(
                isNews(now) ? Level.WARNING : Level.DEBUG,
                "The mail relay cannot be used, mail waits until {0}: {1}",
                until,
                reason);
    }

    private synchronized boolean isNews(Instant now) {
        boolean news = !now.isBefore(quietUntil);
        if (news) {
            quietUntil = now.plus(LENGTH);
        }
        return news;
    }
}
