package io.mdm.enrollment.domain.webhook;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.ReportedEvent;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventOrderJobTest {
    private final InMemoryWebhookEvents events = new InMemoryWebhookEvents();
    private final List<String> delivered = new ArrayList<>();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final EventOrderJob job = new EventOrderJob(
            events,
            new WebhookQueue() {
                @Override
                public void deliver(String webhookId) {
                    delivered.add(webhookId);
                }

                @Override
                public void deliverNow(String webhookId) {
                    throw new AssertionError("nobody asked for it");
                }
            },
            clock);

    @Test
    void events_get_their_places_a_thousand_at_once_and_are_delivered() {
        happen(1_001);
        events.isWaiting("one");

        assertThat(job.step()).isTrue();
        assertThat(job.step()).isFalse();

        assertThat(delivered).containsExactly("one", "one");
    }

    @Test
    void a_webhook_that_was_left_behind_is_found_after_a_while() {
        job.step();
        events.isWaiting("left behind");

        job.step();
        assertThat(delivered).isEmpty();

        clock.pass(Duration.ofSeconds(10));
        job.step();
        assertThat(delivered).containsExactly("left behind");
    }

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            events.add(new ReportedEvent(
                    String.valueOf(i), EventType.TOKEN_CREATED, Examples.id(), Examples.id(), NOW, "{}"));
        }
    }
}
