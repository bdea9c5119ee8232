package io.mdm.enrollment.api.report;

/** How far an invitation has come. */
public enum MailState {
    /** Promised, and not tried yet. */
    QUEUED,
    /** Tried and put off by the relay; it will be tried again. */
    DEFERRED,
    /** Taken over by the relay. */
    SENT,
    /** Given up. */
    FAILED,
    /** The request did not ask for a mail. */
    NOT_REQUESTED
}
