package io.mdm.enrollment.api.spi;

import java.time.Instant;
import java.util.List;

/**
 * Request to a webhook.
 *
 * @param id of the message, the same when it is repeated
 * @param secrets which sign it: one, or several while they are rotated
 * @param events at least one
 */
public record WebhookRequest(String id, String url, List<String> secrets, List<ReportedEvent> events, Instant at) {

    /** Names neither the URL nor the secrets. */
    @Override
    public String toString() {
        return "WebhookRequest[" + id + "]";
    }
}
