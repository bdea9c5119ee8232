package io.mdm.enrollment.api.webhook;

/** Webhooks that a caller may see and replay. */
public enum WebhookScope {
    /** Those of the organization alone. */
    ORGANIZATION,
    /** Also those that receive the events of all organizations, for callers who belong to all of them. */
    ALL_ORGANIZATIONS
}
