package io.mdm.enrollment.domain.webhook;

import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.api.webhook.WebhookState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Progress of a webhook in the order of events.
 *
 * @param cursor behind the last accepted event
 * @param end of the request that was sent last and has not been accepted; repeated as it is
 * @param failures requests since the last accepted one
 * @param failingSince when the first of these was sent
 */
public record WebhookProgress(
        String webhookId,
        EventCursor cursor,
        Optional<EventCursor> end,
        int failures,
        Optional<Instant> failingSince,
        Optional<WebhookFailure> lastFailure,
        OptionalInt lastStatus,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> pausedAt) {

    /** As it begins, and after a request was accepted. */
    public static WebhookProgress at(String webhookId, EventCursor cursor) {
        return new WebhookProgress(
                webhookId,
                cursor,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public WebhookState state() {
        if (pausedAt.isPresent()) {
            return WebhookState.PAUSED;
        }
        return failures > 0 ? WebhookState.FAILING : WebhookState.ACTIVE;
    }

    /** Before a request with the events up to that place is sent. */
    WebhookProgress sending(EventCursor until) {
        return new WebhookProgress(
                webhookId,
                cursor,
                Optional.of(until),
                failures,
                failingSince,
                lastFailure,
                lastStatus,
                nextAttemptAt,
                pausedAt);
    }

    /** After a request was not accepted, until the next one. */
    WebhookProgress failed(WebhookFailure failure, OptionalInt status, Instant now, Instant next) {
        return failed(failure, status, now, Optional.of(next), Optional.empty());
    }

    /** After a request was not accepted; there is no next one. */
    WebhookProgress paused(WebhookFailure failure, OptionalInt status, Instant now) {
        return failed(failure, status, now, Optional.empty(), Optional.of(now));
    }

    private WebhookProgress failed(
            WebhookFailure failure,
            OptionalInt status,
            Instant now,
            Optional<Instant> next,
            Optional<Instant> pausedSince) {
        return new WebhookProgress(
                webhookId,
                cursor,
                end,
                failures + 1,
                failingSince.or(() -> Optional.of(now)),
                Optional.of(failure),
                status,
                next,
                pausedSince);
    }
}
