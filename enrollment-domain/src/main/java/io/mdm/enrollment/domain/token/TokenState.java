package io.mdm.enrollment.domain.token;

/** The stored part of a token's life. Expiry is not stored: it is a question asked of the clock. */
public enum TokenState {
    /** Waiting to be used. */
    PENDING,
    /** A device was enrolled with it. */
    DONE,
    /** Taken back. */
    DELETED
}
