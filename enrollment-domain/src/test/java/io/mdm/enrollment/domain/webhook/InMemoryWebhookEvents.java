package io.mdm.enrollment.domain.webhook;

import io.mdm.enrollment.api.spi.ReportedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events in a list; each has the next position, and a row of its own. */
public final class InMemoryWebhookEvents implements WebhookEvents {
    private final List<ReportedEvent> outbox = new ArrayList<>();
    private final List<ReportedEvent> placed = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();

    /** The event happens; it has no place yet. */
    public void add(ReportedEvent event) {
        outbox.add(event);
    }

    /** A webhook that may have events to receive. */
    public void isWaiting(String webhookId) {
        waiting.add(webhookId);
    }

    @Override
    public int place(int limit) {
        var some = outbox.subList(0, Math.min(limit, outbox.size()));
        int count = some.size();
        placed.addAll(some);
        some.clear();
        return count;
    }

    @Override
    public List<String> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public EventRange after(Webhook webhook, EventCursor cursor, int limit) {
        var found = new ArrayList<ReportedEvent>();
        long end = cursor.position();
        while (end < placed.size() && found.size() < limit) {
            var event = placed.get((int) end);
            end++;
            if (isFor(webhook, event)) {
                found.add(event);
            }
        }
        return new EventRange(found, EventCursor.before(end));
    }

    @Override
    public EventRange between(Webhook webhook, EventCursor cursor, EventCursor end) {
        var found = placed.subList((int) cursor.position(), (int) end.position()).stream()
                .filter(event -> isFor(webhook, event))
                .toList();
        return new EventRange(found, end);
    }

    @Override
    public EventCursor at(Instant instant) {
        int position = 0;
        while (position < placed.size() && placed.get(position).at().isBefore(instant)) {
            position++;
        }
        return EventCursor.before(position);
    }

    @Override
    public Optional<Instant> timeOfNext(Webhook webhook, EventCursor cursor) {
        return after(webhook, cursor, 1).events().stream()
                .map(ReportedEvent::at)
                .findFirst();
    }

    private static boolean isFor(Webhook webhook, ReportedEvent event) {
        return webhook.events().contains(event.type())
                && webhook.organizationId().map(event.organizationId()::equals).orElse(true);
    }
}
