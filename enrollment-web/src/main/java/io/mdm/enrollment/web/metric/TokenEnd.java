package io.mdm.enrollment.web.metric;

/** End of a token. */
enum TokenEnd {
    REDEEMED,
    REVOKED,
    EXPIRED
}
