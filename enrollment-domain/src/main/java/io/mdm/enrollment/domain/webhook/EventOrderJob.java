package io.mdm.enrollment.domain.webhook;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Job that gives events for webhooks their places, and has them delivered. */
@UseCase
@ApplicationScoped
public class EventOrderJob {
    private static final int STEP = 1_000;

    /** Time after which it looks for webhooks that a delivery has just left when an event came. */
    private static final Duration NEXT_LOOK = Duration.ofSeconds(10);

    private final WebhookEvents events;
    private final WebhookQueue queue;
    private final ModuleClock clock;
    private volatile Instant nextLook = Instant.EPOCH;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    EventOrderJob() {
        this(null, null, null);
    }

    @Inject
    public EventOrderJob(WebhookEvents events, WebhookQueue queue, ModuleClock clock) {
        this.events = events;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Does it for some of them, in one transaction.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean step() {
        int placed = events.place(STEP);
        var now = clock.instant();
        if (placed > 0 || !now.isBefore(nextLook)) {
            events.waiting().forEach(queue::deliver);
            nextLook = now.plus(NEXT_LOOK);
        }
        return placed == STEP;
    }
}
