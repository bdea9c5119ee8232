package io.mdm.enrollment.domain.webhook;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.ReportedEvent;
import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.spi.WebhookRequest;
import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.api.webhook.WebhookState;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivery to one webhook: order, repetition, pause. */
class WebhookDeliveryTest {
    private final WebhookFixture fixture = new WebhookFixture();

    @Test
    void events_arrive_in_their_order_at_most_200_at_once() {
        fixture.happen(EventType.TOKEN_CREATED, 450);

        assertThat(fixture.run()).isEmpty();

        assertThat(fixture.requests)
                .extracting(request -> request.events().size())
                .containsExactly(200, 200, 50);
        assertThat(fixture.requests.stream().flatMap(request -> request.events().stream()))
                .extracting(ReportedEvent::id)
                .containsExactlyElementsOf(
                        IntStream.range(0, 450).mapToObj(String::valueOf).toList());
        assertThat(fixture.requests).extracting(WebhookRequest::id).doesNotHaveDuplicates();
    }

    @Test
    void a_request_that_was_not_accepted_is_repeated_as_it_was() {
        fixture.answers.add(WebhookAnswer.of(500));
        fixture.happen(EventType.TOKEN_CREATED, 3);

        assertThat(fixture.run()).contains(NOW.plusSeconds(5));
        fixture.happen(EventType.TOKEN_CREATED, 2);
        assertThat(fixture.run()).as("too early").contains(NOW.plusSeconds(5));
        fixture.clock.pass(Duration.ofSeconds(5));
        assertThat(fixture.run()).isEmpty();

        assertThat(fixture.requests).hasSize(3);
        assertThat(fixture.requests.get(1).id())
                .isEqualTo(fixture.requests.get(0).id());
        assertThat(fixture.eventsOf(1)).isEqualTo(fixture.eventsOf(0)).containsExactly("0", "1", "2");
        assertThat(fixture.requests.get(1).at()).isAfter(fixture.requests.get(0).at());
        assertThat(fixture.eventsOf(2)).containsExactly("3", "4");
    }

    @Test
    void a_request_whose_acceptance_was_not_stored_is_repeated_as_it_was() {
        fixture.happen(EventType.TOKEN_CREATED, 3);
        fixture.dieAfterReceipt();

        assertThatIllegalStateException().isThrownBy(fixture::run);
        fixture.happen(EventType.TOKEN_CREATED, 2);
        assertThat(fixture.run()).isEmpty();

        assertThat(fixture.requests).hasSize(3);
        assertThat(fixture.requests.get(1).id())
                .isEqualTo(fixture.requests.get(0).id());
        assertThat(fixture.eventsOf(1)).isEqualTo(fixture.eventsOf(0)).containsExactly("0", "1", "2");
        assertThat(fixture.eventsOf(2)).containsExactly("3", "4");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 301, 302, 307, 308, 400, 401, 404, 429, 500, 503})
    void only_2xx_is_acceptance(int status) {
        fixture.answers.add(WebhookAnswer.of(status));
        fixture.happen(EventType.TOKEN_CREATED, 1);

        assertThat(fixture.run()).isPresent();

        assertThat(fixture.progress().lastFailure()).contains(WebhookFailure.STATUS);
        assertThat(fixture.progress().lastStatus()).hasValue(status);
    }

    @ParameterizedTest
    @EnumSource(
            value = WebhookFailure.class,
            names = {"STATUS", "TIMEOUT", "UNREACHABLE", "ADDRESS_REFUSED", "BAD_ENDPOINT"})
    void after_three_days_of_failures_it_is_paused_and_audited(WebhookFailure failure) {
        fixture.answers.addAll(Collections.nCopies(100, WebhookAnswer.none(failure)));
        fixture.happen(EventType.TOKEN_CREATED, 1);

        fixture.runToTheEnd();

        assertThat(fixture.progress().state()).isEqualTo(WebhookState.PAUSED);
        assertThat(fixture.progress().failingSince()).contains(NOW);
        assertThat(fixture.progress().pausedAt().orElseThrow())
                .isBetween(
                        NOW.plus(Duration.ofDays(3)),
                        NOW.plus(Duration.ofDays(3).plusHours(3)));
        assertThat(fixture.requests)
                .hasSizeBetween(20, 40)
                .extracting(WebhookRequest::id)
                .containsOnly(fixture.requests.get(0).id());
        assertThat(fixture.audited()).containsExactly(AuditAction.WEBHOOK_PAUSED);

        fixture.happen(EventType.TOKEN_CREATED, 1);
        int before = fixture.requests.size();
        assertThat(fixture.run()).isEmpty();
        assertThat(fixture.requests).hasSize(before);
    }

    @Test
    void a_receiver_that_is_gone_pauses_it_at_once() {
        fixture.answers.add(WebhookAnswer.of(410));
        fixture.happen(EventType.TOKEN_CREATED, 1);

        assertThat(fixture.run()).isEmpty();

        assertThat(fixture.progress().state()).isEqualTo(WebhookState.PAUSED);
        assertThat(fixture.progress().lastFailure()).contains(WebhookFailure.GONE);
        assertThat(fixture.audited()).containsExactly(AuditAction.WEBHOOK_PAUSED);
    }

    @Test
    void an_accepted_request_ends_the_failures() {
        fixture.answers.add(WebhookAnswer.of(503));
        fixture.happen(EventType.TOKEN_CREATED, 1);

        fixture.runToTheEnd();

        assertThat(fixture.progress()).isEqualTo(WebhookProgress.at(fixture.id, EventCursor.before(1)));
    }

    @Test
    void events_that_it_does_not_ask_for_are_passed_over() {
        fixture.asks(EnumSet.of(EventType.TOKEN_REDEEMED));
        fixture.happen(EventType.TOKEN_CREATED, 300);
        fixture.happen(EventType.TOKEN_REDEEMED, 1);
        fixture.happen(EventType.TOKEN_CREATED, 300);

        assertThat(fixture.run()).isEmpty();

        assertThat(fixture.requests).hasSize(1);
        assertThat(fixture.eventsOf(0)).containsExactly("300");
        assertThat(fixture.progress().cursor()).isEqualTo(EventCursor.before(601));
    }

    @Test
    void a_webhook_that_is_named_no_longer_gets_nothing() {
        fixture.happen(EventType.TOKEN_CREATED, 1);
        fixture.directory.remove(fixture.id);

        assertThat(fixture.run()).isEmpty();
        assertThat(fixture.requests).isEmpty();
    }

    @Test
    void a_node_that_has_lost_the_delivery_sends_nothing_more() {
        fixture.happen(EventType.TOKEN_CREATED, 1);

        var delivery = new WebhookDelivery(
                fixture.directory,
                fixture.events,
                fixture.progresses,
                request -> {
                    throw new AssertionError("sent");
                },
                Runnable::run,
                fixture.audit,
                fixture.clock);

        assertThat(delivery.run(fixture.id, () -> false)).contains(NOW);
    }

    @Test
    void neither_webhook_nor_request_shows_its_secrets() {
        fixture.happen(EventType.TOKEN_CREATED, 1);
        fixture.run();

        assertThat(fixture.requests.get(0).toString()).doesNotContain("whsec_", "host.example");
        assertThat(fixture.directory.find(fixture.id).orElseThrow().toString())
                .doesNotContain("whsec_", "host.example");
    }
}
