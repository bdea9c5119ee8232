package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.InvitationMailer.Connection;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import java.time.Instant;
import java.util.Optional;

/** Hourly mail quota as configured: so many mails of each organization in any 60 minutes. What is beyond waits. */
final class HourlyMailQuota {
    private final ModuleConfiguration configuration;
    private final HourlyMailQuotas quotas;
    private final ModuleClock clock;

    HourlyMailQuota(ModuleConfiguration configuration, HourlyMailQuotas quotas, ModuleClock clock) {
        this.configuration = configuration;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** When the organization has room for mails again, if it has none now. */
    Optional<Instant> reachedUntil(String organizationId) {
        var limit = configuration.hourlyMailQuota();
        return limit.isEmpty() ? Optional.empty() : quotas.fullUntil(organizationId, limit.getAsInt(), clock.instant());
    }

    /** The same connection, which sends no more than the organization's quota. */
    Connection over(Connection connection, String organizationId) {
        var limit = configuration.hourlyMailQuota();
        return limit.isEmpty()
                ? connection
                : new HourlyMailQuotaConnection(connection, organizationId, limit.getAsInt(), quotas, clock);
    }
}
