package io.mdm.enrollment.api.webhook;

/** Reason for which a request to a webhook was not accepted. */
public enum WebhookFailure {
    /** The receiver answered with a status other than 2xx; redirects are not followed. */
    STATUS,
    /** The receiver answered 410: it does not want the events any more. */
    GONE,
    /** No answer within the time limit. */
    TIMEOUT,
    /** No connection, or none that is secure. */
    UNREACHABLE,
    /** The host's addresses are private, or for other reasons not to be connected to. */
    ADDRESS_REFUSED,
    /** The URL or a secret is unfit. */
    BAD_ENDPOINT
}
