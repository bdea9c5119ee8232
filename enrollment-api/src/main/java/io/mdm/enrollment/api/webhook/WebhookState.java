package io.mdm.enrollment.api.webhook;

/** State of a webhook. */
public enum WebhookState {
    ACTIVE,
    /** The last request was not accepted, and is repeated. */
    FAILING,
    /** Nothing is delivered until somebody replays it. */
    PAUSED
}
