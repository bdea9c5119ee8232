package io.mdm.enrollment.domain.delivery;

import java.time.Instant;

/** The hourly mail quota of the organization is used up: nothing was tried. */
final class HourlyMailQuotaReached extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    HourlyMailQuotaReached(Instant until) {
        super("the organization's hourly mail quota is used up");
        this.until = until;
    }

    /** When there is room again. */
    Instant until() {
        return until;
    }
}
