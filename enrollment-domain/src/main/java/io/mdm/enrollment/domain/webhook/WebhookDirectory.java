package io.mdm.enrollment.domain.webhook;

import java.util.List;
import java.util.Optional;

/** Webhooks of the MDM server; read only. */
public interface WebhookDirectory {

    Optional<Webhook> find(String webhookId);

    /** Those that receive the organization's events, in the order of their ids. */
    List<Webhook> receivingFrom(String organizationId);
}
