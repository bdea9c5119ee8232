package io.mdm.enrollment.api;

import io.mdm.enrollment.api.webhook.WebhookScope;
import io.mdm.enrollment.api.webhook.WebhookStatus;
import java.util.List;

/** Webhooks of an organization: receivers of its events, as the directory names them. */
public interface Webhooks {

    /** In the order of their ids. */
    List<WebhookStatus> list(String organizationId, WebhookScope scope);

    /**
     * Ends a pause, and delivers again what the receiver has had since that time. Events are kept for 14 days.
     *
     * @throws EnrollmentException of {@link EnrollmentProblem#ENTITY_NOT_FOUND} if there is no such webhook
     */
    WebhookStatus replay(ReplayWebhook command);
}
