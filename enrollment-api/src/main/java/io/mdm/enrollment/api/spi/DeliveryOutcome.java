package io.mdm.enrollment.api.spi;

/** What came of one invitation at one attempt. Fired as a CDI event each time; it carries no address and no organization. */
public enum DeliveryOutcome {
    /** The relay took it over. */
    SENT,
    /** The attempt came to nothing and will be repeated. */
    DEFERRED,
    /** The connection was lost before the relay answered: it may have it, and is sent it again. */
    OUTCOME_UNKNOWN,
    /** Given up after an attempt. */
    FAILED,
    /** Not sent, for its link opens nothing any more. */
    ABANDONED,
    /** Not sent, for the relay refused the recipient before. */
    SUPPRESSED
}
