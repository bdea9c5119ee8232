package io.mdm.enrollment.domain.webhook;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.ReplayWebhook;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.api.webhook.WebhookScope;
import io.mdm.enrollment.api.webhook.WebhookState;
import io.mdm.enrollment.api.webhook.WebhookStatus;
import io.mdm.enrollment.domain.Examples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Webhooks as their administrator sees them. */
class TransactionalWebhooksTest {
    private final WebhookFixture fixture = new WebhookFixture();
    private final List<String> delivered = new ArrayList<>();
    private final TransactionalWebhooks webhooks = new TransactionalWebhooks(
            fixture.directory,
            fixture.events,
            fixture.progresses,
            new WebhookQueue() {
                @Override
                public void deliver(String webhookId) {
                    throw new AssertionError("not at once");
                }

                @Override
                public void deliverNow(String webhookId) {
                    delivered.add(webhookId);
                }
            },
            fixture.audit);

    @Test
    void the_list_tells_how_far_each_is_and_shows_no_secret() {
        fixture.happen(EventType.TOKEN_CREATED, 1);
        assertThat(only()).satisfies(webhook -> {
            assertThat(webhook.url()).isEqualTo("https://host.example/hook");
            assertThat(webhook.events()).hasSize(8).isSorted().contains("mdm.windows.bulk.created");
            assertThat(webhook.state()).isEqualTo(WebhookState.ACTIVE);
            assertThat(webhook.oldestEventAt()).isEqualTo(NOW);
            assertThat(webhook.shared()).isFalse();
        });

        fixture.answers.add(WebhookAnswer.of(500));
        fixture.run();
        assertThat(only()).satisfies(webhook -> {
            assertThat(webhook.state()).isEqualTo(WebhookState.FAILING);
            assertThat(webhook.failures()).isEqualTo(1);
            assertThat(webhook.lastFailure()).isEqualTo(WebhookFailure.STATUS);
            assertThat(webhook.lastStatus()).isEqualTo(500);
            assertThat(webhook.nextAttemptAt()).isEqualTo(NOW.plusSeconds(5));
        });

        fixture.runToTheEnd();
        assertThat(only().oldestEventAt()).isNull();
    }

    @Test
    void those_of_all_organizations_are_for_callers_of_all_organizations() {
        var shared = new Webhook(Examples.id(), Optional.empty(), "no url", List.of(), EnumSet.noneOf(EventType.class));
        fixture.directory.put(shared);

        assertThat(webhooks.list(fixture.organization, WebhookScope.ALL_ORGANIZATIONS))
                .extracting(WebhookStatus::shared)
                .containsExactlyInAnyOrder(true, false);
        assertThat(webhooks.list(Examples.id(), WebhookScope.ORGANIZATION)).isEmpty();
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> webhooks.replay(new ReplayWebhook(
                        fixture.organization, WebhookScope.ORGANIZATION, shared.id(), Optional.empty())))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void a_pause_ends_where_the_delivery_stopped() {
        fixture.happen(EventType.TOKEN_CREATED, 3);
        fixture.answers.add(WebhookAnswer.of(410));
        fixture.run();

        assertThat(replay(Optional.empty()).state()).isEqualTo(WebhookState.ACTIVE);

        assertThat(delivered).containsExactly(fixture.id);
        assertThat(fixture.audited()).containsExactly(AuditAction.WEBHOOK_PAUSED, AuditAction.WEBHOOK_REPLAYED);
        fixture.run();
        assertThat(fixture.eventsOf(1)).containsExactly("0", "1", "2");
    }

    @Test
    void events_since_a_time_are_delivered_again() {
        fixture.happen(EventType.TOKEN_CREATED, 3);
        fixture.run();

        assertThat(replay(Optional.of(NOW.plusSeconds(1))).oldestEventAt()).isEqualTo(NOW.plusSeconds(1));
        fixture.run();

        assertThat(fixture.eventsOf(1)).containsExactly("1", "2");
    }

    private WebhookStatus only() {
        return webhooks.list(fixture.organization, WebhookScope.ORGANIZATION).get(0);
    }

    private WebhookStatus replay(Optional<Instant> from) {
        return webhooks.replay(new ReplayWebhook(fixture.organization, WebhookScope.ORGANIZATION, fixture.id, from));
    }
}
