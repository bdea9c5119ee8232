package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.RelayUnavailable;
import java.time.Instant;

/** The organization has been sent as many mails as it may in an hour: nothing was tried. */
final class HourlyMailQuotaReached extends RelayUnavailable {
    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    HourlyMailQuotaReached(Instant until) {
        super(Moment.BEFORE_MESSAGE, "the organization's mails of this hour are used up");
        this.until = until;
    }

    /** When there is room again. */
    Instant until() {
        return until;
    }
}
