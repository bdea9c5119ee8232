package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.webhook.EventCursor;
import io.mdm.enrollment.domain.webhook.WebhookProgress;
import io.mdm.enrollment.domain.webhook.WebhookProgresses;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JdbcWebhookProgressesTest {
    private final WebhookProgresses progresses = Stores.shared().webhookProgresses();
    private final String id = Examples.id();

    @Test
    void everything_of_a_progress_is_kept() {
        var full = new WebhookProgress(
                id,
                new EventCursor(7, 3),
                Optional.of(new EventCursor(8, 2)),
                4,
                Optional.of(NOW),
                Optional.of(WebhookFailure.STATUS),
                OptionalInt.of(503),
                Optional.of(NOW.plusSeconds(1)),
                Optional.of(NOW.plusSeconds(2)));

        assertThat(progresses.find(id)).isEmpty();
        assertThat(progresses.replace(progresses.begin(id), full)).isTrue();

        assertThat(progresses.find(id)).contains(full);
        assertThat(progresses.begin(id)).as("it has begun").isEqualTo(full);
    }

    @Test
    void of_two_nodes_that_go_on_from_the_same_place_one_succeeds() {
        var begun = progresses.begin(id);
        var next = WebhookProgress.at(id, new EventCursor(begun.cursor().position(), 1));

        assertThat(progresses.replace(begun, next)).isTrue();
        assertThat(progresses.replace(begun, next)).isFalse();
    }
}
