package io.mdm.enrollment.api.spi;

import java.time.Instant;
import java.util.Optional;

/** Invitations that wait to be sent, and events that wait to be delivered, in the whole cluster. */
public interface InvitationBacklog {

    /** Counts them; takes about a second per million waiting invitations. */
    Backlog measure();

    /**
     * Counts of waiting invitations.
     *
     * @param queued invitations not tried yet
     * @param deferred invitations waiting for another attempt
     * @param oldestQueuedAt instant at which the oldest queued invitation was promised that no caller has paused; empty
     *     if there is none
     * @param oldestReminderDueAt instant at which the reminder came due that has waited for the longest time, those of
     *     paused and of expired batches apart; empty if none is due
     * @param pausedWebhooks webhooks that get no events until somebody replays them
     * @param oldestEventAt instant of the oldest event that a webhook has still to be sent, paused ones apart; empty if
     *     there is none
     */
    record Backlog(
            long queued,
            long deferred,
            Optional<Instant> oldestQueuedAt,
            Optional<Instant> oldestReminderDueAt,
            long pausedWebhooks,
            Optional<Instant> oldestEventAt) {}
}
