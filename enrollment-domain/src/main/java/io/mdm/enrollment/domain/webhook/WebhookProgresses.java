package io.mdm.enrollment.domain.webhook;

import java.util.Optional;

/** Stored progress of webhooks. */
public interface WebhookProgresses {

    Optional<WebhookProgress> find(String webhookId);

    /** The progress of a webhook that is new: it begins behind all events. */
    WebhookProgress begin(String webhookId);

    /**
     * Replaces a progress.
     *
     * @return false if it is no longer as it was: another node has delivered, or somebody has replayed
     */
    boolean replace(WebhookProgress present, WebhookProgress next);
}
