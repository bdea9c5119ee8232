package io.mdm.enrollment.domain.delivery;

/** Outcome of the claim of a reminder. */
public enum ReminderClaim {
    /** It may be sent, by whoever asked. */
    CLAIMED,
    /** It is no longer to be sent, and the mail is what it was before: sent or failed. */
    NOT_NEEDED,
    /** Somebody else has claimed or settled it, it has moved to a later mailing, or the batch is paused. */
    NOT_OURS
}
