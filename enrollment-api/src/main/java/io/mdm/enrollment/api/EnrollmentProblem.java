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
    /** The caller has been sent as many test mails within the last hour as may be. */
    TEST_MAILS_REACHED,
    /** The address is not a deliverable e-mail address. */
    INVALID_RECIPIENT,
    /** The caller's own address is not a deliverable one. */
    UNREACHABLE_CALLER,
    /** The time at which mails were to leave has passed. */
    SEND_TIME_PASSED,
    /** The time at which mails were to leave is further away than it may be. */
    SEND_TIME_TOO_FAR,
    /** The mails of this request have begun to leave, or were not scheduled. */
    ALREADY_SENDING,
    /**
     * The database cannot be reached, cannot write, or gave up; or the transaction met another one twice in a row. The
     * same command may succeed later. The exception has the cause.
     */
    DATABASE_UNAVAILABLE
}
