package io.mdm.enrollment.api.spi;

/** Sender of requests to webhooks. */
@FunctionalInterface
public interface WebhookSender {

    /** Sends the request and waits for the answer, a few seconds at most. Never throws because of the receiver. */
    WebhookAnswer send(WebhookRequest request);
}
