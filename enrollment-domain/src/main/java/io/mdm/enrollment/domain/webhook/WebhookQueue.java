package io.mdm.enrollment.domain.webhook;

/** Deliveries that are to be made soon, each by one node of the cluster. */
public interface WebhookQueue {

    /** Has the webhook's events delivered, unless that is planned already; part of the running transaction. */
    void deliver(String webhookId);

    /** The same at once, whatever is planned; part of the running transaction. */
    void deliverNow(String webhookId);
}
