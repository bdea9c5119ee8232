package io.mdm.enrollment.api.spi;

/**
 * Outcome of one delivery attempt. As a CDI event it carries neither address nor organization, and is fired where the
 * invitation still waits or is no longer wanted; for others there are {@link io.mdm.enrollment.api.InvitationSent} and
 * {@link io.mdm.enrollment.api.InvitationFailed}.
 */
public enum DeliveryOutcome {
    /** The relay accepted the message. */
    SENT,
    /** The attempt failed, or was not possible yet, and will be repeated. */
    DEFERRED,
    /** The connection was lost before the relay replied: it may hold the message, which is sent again. */
    OUTCOME_UNKNOWN,
    /** The attempt failed and will not be repeated. */
    FAILED,
    /** Not sent because the link no longer opens anything. */
    ABANDONED,
    /** A reminder that was not sent, because the recipient has enrolled or was mailed a short while ago. */
    NOT_NEEDED,
    /** Not sent because the recipient is on the suppression list. */
    SUPPRESSED
}
