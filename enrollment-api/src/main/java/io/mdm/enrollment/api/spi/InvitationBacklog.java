package io.mdm.enrollment.api.spi;

import java.time.Instant;
import java.util.Optional;

/** Tells how much mail is waiting, on all nodes together. */
public interface InvitationBacklog {

    /** Counts. What it costs grows with what is waiting: about a second for a million invitations. */
    Backlog measure();

    /**
     * What is waiting.
     *
     * @param queued invitations that were not tried yet
     * @param deferred invitations that wait for another attempt
     * @param oldestQueuedAt when the oldest of the queued ones was promised; empty when there is none
     */
    record Backlog(long queued, long deferred, Optional<Instant> oldestQueuedAt) {}
}
