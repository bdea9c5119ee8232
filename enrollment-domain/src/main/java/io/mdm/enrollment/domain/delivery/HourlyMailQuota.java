package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.InvitationMailer.Connection;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Bounds the mails of each organization to so many in any 60 minutes, if so configured. What is beyond waits. */
@ApplicationScoped
class HourlyMailQuota {
    @Inject
    ModuleConfiguration configuration;

    @Inject
    HourlyMailQuotas quotas;

    @Inject
    ModuleClock clock;

    /** When the organization may be sent mails again, if not now. */
    Optional<Instant> reachedUntil(String organizationId) {
        var limit = configuration.hourlyMailQuota();
        return limit.isEmpty() ? Optional.empty() : quotas.fullUntil(organizationId, limit.getAsInt(), clock.instant());
    }

    /** The same connection, over which no more leaves for the organization than may. */
    Connection over(Connection connection, String organizationId) {
        var limit = configuration.hourlyMailQuota();
        return limit.isEmpty()
                ? connection
                : new HourlyMailQuotaConnection(connection, organizationId, limit.getAsInt(), quotas, clock);
    }
}
