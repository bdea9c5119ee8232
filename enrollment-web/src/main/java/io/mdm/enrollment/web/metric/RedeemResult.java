package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.token.TokenNotUsable.Reason;

/** Result of a redemption. */
enum RedeemResult {
    REDEEMED,
    NOT_YET,
    EXPIRED,
    REVOKED,
    USED,
    REPLACED,
    UNKNOWN;

    static RedeemResult of(Reason reason) {
        return switch (reason) {
            case NOT_YET -> NOT_YET;
            case EXPIRED -> EXPIRED;
            case REVOKED -> REVOKED;
            case USED -> USED;
            case REPLACED -> REPLACED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
