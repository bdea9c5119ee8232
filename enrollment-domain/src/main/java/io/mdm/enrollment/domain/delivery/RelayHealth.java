package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.TracedLogger;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Health of the relay as this node sees it. While a pause lasts, no lane tries the relay, so that thousands of lanes
 * cost one attempt; any message that is answered ends it, so that a relay that only refuses further connections loses
 * nothing.
 */
final class RelayHealth {
    static final Duration PAUSE = Duration.ofSeconds(15);

    /** So many undecided invitations one after the other are the relay's fault. */
    private static final int MAX_UNDECIDED = 3;

    private static final Logger LOG = TracedLogger.of(RelayHealth.class);

    private Instant pausedUntil = Instant.MIN;
    private Instant quietUntil = Instant.MIN;
    private String quietAbout = "";
    private boolean trusted = true;
    private int undecided;

    /** Counts messages and doubts, so that a doubt is resolved only by a message that began after it. */
    private long sequence;

    private long delivered;

    /** When lanes may try the relay again; empty when they may now. */
    synchronized Optional<Instant> pausedUntil(Instant now) {
        return Optional.of(pausedUntil).filter(now::isBefore);
    }

    /** Also a new chance for the relay afterwards, but no trust. */
    synchronized void pause(Instant until) {
        pausedUntil = until;
        trusted = false;
        undecided = 0;
    }

    /** @return the number of the message or doubt that begins now */
    synchronized long begin() {
        return ++sequence;
    }

    /** The relay judged an invitation: it works. */
    synchronized void answered() {
        pausedUntil = Instant.MIN;
        trusted = true;
        undecided = 0;
    }

    /** The relay took the message of that number. */
    synchronized void delivered(long message) {
        answered();
        delivered = Math.max(delivered, message);
    }

    /** Whether the relay took a message that began after this doubt. */
    synchronized boolean deliveredSince(long doubt) {
        return delivered > doubt;
    }

    /** Whether it has judged an invitation since the last pause. */
    synchronized boolean isTrusted() {
        return trusted;
    }

    /**
     * Counts one more undecided invitation.
     *
     * @return whether the relay is to blame
     */
    synchronized boolean blamed() {
        return ++undecided >= MAX_UNDECIDED;
    }

    /** However many lanes lose the relay in one pause, the operator is told once for each cause. */
    void report(String cause, String sender, String lane, Instant now, Instant until) {
        LOG.log(
                isNews(cause, now, until) ? Level.WARNING : Level.DEBUG,
                "The mail relay cannot be used, mail from {0} waits until {1}: {2} (lane {3})",
                sender,
                until,
                cause,
                lane);
    }

    private synchronized boolean isNews(String cause, Instant now, Instant until) {
        boolean news = !now.isBefore(quietUntil) || !cause.equals(quietAbout);
        if (news) {
            quietUntil = until;
            quietAbout = cause;
        }
        return news;
    }
}
