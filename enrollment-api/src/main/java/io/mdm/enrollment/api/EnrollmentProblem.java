package io.mdm.enrollment.api;

/** Reasons for which a use case does not carry out a command. */
public enum EnrollmentProblem {
    /** The organization, or something that the command names within it, does not exist. */
    ENTITY_NOT_FOUND,
    /** The idempotency key was used before for another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** A request with the same idempotency key has not ended yet. */
    STILL_RUNNING,
    /** Other requests of the organization, whose quota is counted one at a time, took longer than 3 s. */
    BUSY,
    /** The organization has as many live tokens as its plan allows. */
    QUOTA_REACHED,
    /** The organization's requests of the last hour hold as many recipients as may be. */
    HOURLY_RECIPIENTS_REACHED,
    /** The mail of this token was resent a moment ago. */
    RESENT_TOO_SOON,
    /**
     * The database cannot be reached, cannot write, or gave up; or the transaction met another one twice in a row. The
     * same command may succeed later. The exception has the cause.
     */
    DATABASE_UNAVAILABLE
}
