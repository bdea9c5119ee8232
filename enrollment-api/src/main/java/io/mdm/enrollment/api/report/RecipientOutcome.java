package io.mdm.enrollment.api.report;

/** What became of one recipient; everything but {@link #CREATED} counts as failed. */
public enum RecipientOutcome {
    /** A token was issued. */
    CREATED,
    /** The address is none that can be mailed. */
    INVALID,
    /** The same address stands earlier in the request. */
    DUPLICATE,
    /** The organization had as many live tokens as its plan allows. */
    QUOTA
}
