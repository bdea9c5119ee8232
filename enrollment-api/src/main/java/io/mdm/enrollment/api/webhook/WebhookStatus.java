package io.mdm.enrollment.api.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Webhook and how far its events have been delivered.
 *
 * @param id 24 hexadecimal digits
 * @param url without what may be secret in it: user and query
 * @param events types that it receives, in alphabetical order
 * @param shared whether it receives the events of all organizations
 * @param failures requests since the last accepted one
 * @param failingSince when the first of these was sent; null if there are none
 * @param lastFailure of the last of these; null if there are none
 * @param lastStatus that the receiver answered in the last of these; null without an answer
 * @param nextAttemptAt when the next one is sent; null if there are none, and while it is paused
 * @param pausedAt null unless it is paused
 * @param oldestEventAt time of the oldest event that has not been delivered; null if there is none
 */
public record WebhookStatus(
        String id,
        String url,
        List<String> events,
        boolean shared,
        WebhookState state,
        int failures,
        @Nullable Instant failingSince,
        @Nullable WebhookFailure lastFailure,
        @Nullable Integer lastStatus,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant pausedAt,
        @Nullable Instant oldestEventAt) {}
