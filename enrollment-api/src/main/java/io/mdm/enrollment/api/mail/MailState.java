package io.mdm.enrollment.api.mail;

/** Delivery state of an invitation. */
public enum MailState {
    /** Promised, not tried yet. */
    QUEUED,
    /** Tried without success; it will be tried again. */
    DEFERRED,
    /** Accepted by the relay. */
    SENT,
    /** Given up. */
    FAILED,
    /** The request did not ask for a mail. */
    NOT_REQUESTED
}
