package io.mdm.enrollment.domain.token;

/** Stored state of a token. Expiry is not stored: it is a question asked of the clock. */
public enum TokenState {
    /** Not redeemed yet. */
    PENDING,
    /** A device was enrolled with it. */
    DONE,
    /** Revoked. */
    DELETED
}
