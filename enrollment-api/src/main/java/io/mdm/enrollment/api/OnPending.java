package io.mdm.enrollment.api;

/** What a bulk request does for a recipient who holds a live token of the organization already. */
public enum OnPending {
    /** Another token; the earlier ones stay. */
    ADD,
    /** No token. */
    SKIP,
    /** Another token; the earlier ones are revoked. */
    REPLACE
}
