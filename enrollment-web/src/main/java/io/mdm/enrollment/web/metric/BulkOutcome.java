package io.mdm.enrollment.web.metric;

import jakarta.ws.rs.core.Response.Status.Family;

/** How a bulk request was answered. */
enum BulkOutcome {
    /** With 200, for the first time. */
    CREATED,
    /** As the same request was before. */
    REPLAYED,
    /** With 4xx: the caller is to blame. */
    REFUSED,
    /** With 503: too many bulks at once, or no connection to the database. */
    UNAVAILABLE,
    /** With another 5xx: the module is to blame. */
    FAILED;

    private static final int SERVICE_UNAVAILABLE = 503;

    static BulkOutcome of(int status) {
        return switch (Family.familyOf(status)) {
            case SUCCESSFUL -> CREATED;
            case CLIENT_ERROR -> REFUSED;
            default -> status == SERVICE_UNAVAILABLE ? UNAVAILABLE : FAILED;
        };
    }
}
