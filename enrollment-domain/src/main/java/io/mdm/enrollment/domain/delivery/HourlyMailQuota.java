package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

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
        var limit = limit();
        return limit.isEmpty() ? Optional.empty() : quotas.fullUntil(organizationId, limit.getAsInt(), clock.instant());
    }

    /** Counts a mail before it is sent. */
    CountedMail take(String organizationId) throws HourlyMailQuotaReached {
        var limit = limit();
        var now = clock.instant();
        if (limit.isEmpty()) {
            return new CountedMail(() -> {});
        }
        var until = quotas.take(organizationId, limit.getAsInt(), now);
        if (until.isPresent()) {
            throw new HourlyMailQuotaReached(until.get());
        }
        return new CountedMail(() -> quotas.giveBack(organizationId, now));
    }

    private OptionalInt limit() {
        return configuration.hourlyMailQuota();
    }

    /** One mail of the quota. Closed without use it is given back, because the relay saw nothing. */
    static final class CountedMail implements AutoCloseable {
        private final Runnable giveBack;
        private boolean used;

        private CountedMail(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        void use() {
            used = true;
        }

        @Override
        public void close() {
            if (!used) {
                giveBack.run();
            }
        }
    }
}
