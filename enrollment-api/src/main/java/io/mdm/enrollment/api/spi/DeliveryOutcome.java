package io.mdm.enrollment.api.spi;

/** CDI event: outcome of one delivery attempt. Carries neither address nor organization. */
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
