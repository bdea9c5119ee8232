package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.webhook.WebhookStatus;
import java.util.List;

/** Data of the list of webhooks. */
public record WebhookListBody(List<WebhookStatus> items) {}
