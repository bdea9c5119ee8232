package io.mdm.enrollment.web.metric;

import jakarta.ws.rs.core.Response.Status.Family;

/** Outcome of a bulk request, by the status of its answer. */
enum BulkOutcome {
    /** 200, carried out now. */
    CREATED,
    /** 200, replayed. */
    REPLAYED,
    /** 4xx. */
    REFUSED,
    /** 503: too many bulks at once, or no database connection. */
    UNAVAILABLE,
    /** Any other 5xx. */
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
