package io.mdm.enrollment.api.report;

/** Outcome of one recipient; all but {@link #CREATED} count as failed. */
public enum RecipientOutcome {
    /** A token was issued. */
    CREATED,
    /** The address is not a deliverable e-mail address. */
    INVALID,
    /** The same address occurs earlier in the request. */
    DUPLICATE,
    /** The recipient holds a live token already, and the request asked to leave such recipients out. */
    PENDING,
    /** The organization had as many live tokens as its plan allows. */
    QUOTA
}
