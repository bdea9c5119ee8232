package io.mdm.enrollment.api;

import io.mdm.enrollment.api.webhook.WebhookScope;
import java.time.Instant;
import java.util.Optional;

/**
 * Command to deliver events of a webhook again, or to go on after a pause.
 *
 * @param webhookId 24 hexadecimal digits, in lower case
 * @param from the first event is the first one that happened then or later; empty to go on where the delivery stopped
 */
public record ReplayWebhook(String organizationId, WebhookScope scope, String webhookId, Optional<Instant> from) {}
