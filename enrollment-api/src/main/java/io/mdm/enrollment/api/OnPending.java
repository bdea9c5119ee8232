package io.mdm.enrollment.api;

/** Treatment, by a bulk request, of a recipient who holds a live token of the organization already. */
public enum OnPending {
    /** Another token; the earlier ones stay. */
    ADD,
    /** No token. */
    SKIP,
    /** Another token; the earlier ones are revoked. */
    REPLACE
}
