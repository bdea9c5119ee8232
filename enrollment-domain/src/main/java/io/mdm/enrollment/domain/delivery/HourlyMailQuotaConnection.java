package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer.Connection;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.RelayUnavailable.Moment;
import java.time.Instant;

/**
 * A connection on which each mail takes its part of the organization's quota first. What the relay never saw is given
 * back.
 */
record HourlyMailQuotaConnection(
        Connection connection, String organizationId, int limit, HourlyMailQuotas quotas, ModuleClock clock)
        implements Connection {

    @Override
    public RelayReply send(Invitation invitation) throws RelayUnavailable {
        var now = clock.instant();
        take(now);
        try {
            return connection.send(invitation);
        } catch (RelayUnavailable lost) {
            if (lost.moment() == Moment.BEFORE_MESSAGE) {
                quotas.giveBack(organizationId, now);
            }
            throw lost;
        } catch (RuntimeException broken) {
            quotas.giveBack(organizationId, now);
            throw broken;
        }
    }

    /** A database that does not answer is no fault of the invitation's. */
    private void take(Instant now) throws RelayUnavailable {
        try {
            var until = quotas.take(organizationId, limit, now);
            if (until.isPresent()) {
                throw new HourlyMailQuotaReached(until.get());
            }
        } catch (RuntimeException unavailable) {
            throw new RelayUnavailable(
                    Moment.BEFORE_MESSAGE,
                    "mails cannot be counted: " + unavailable.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
