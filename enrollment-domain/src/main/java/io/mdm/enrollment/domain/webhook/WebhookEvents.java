package io.mdm.enrollment.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events for webhooks, in one order: one that another made possible stands behind it. */
public interface WebhookEvents {

    /**
     * Gives events of committed transactions their places, one transaction at a time, as part of the running one. A
     * webhook that is new begins in front of them.
     *
     * @return how many there were, at most that many
     */
    int place(int limit);

    /** Webhooks that are not paused and may have events to receive. */
    List<String> waiting();

    /** The next events of the webhook behind the cursor, at most that many. */
    EventRange after(Webhook webhook, EventCursor cursor, int limit);

    /** The events of the webhook between two cursors. */
    EventRange between(Webhook webhook, EventCursor cursor, EventCursor end);

    /** In front of the first event that happened then or later; behind all events if there is none. */
    EventCursor at(Instant instant);

    /** Time of the first event behind the cursor that the webhook receives. */
    Optional<Instant> timeOfNext(Webhook webhook, EventCursor cursor);
}
