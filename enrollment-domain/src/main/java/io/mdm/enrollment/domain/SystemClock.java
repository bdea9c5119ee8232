package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.spi.ModuleClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Ticks in milliseconds: what is answered at once and what is read back later are the same. */
@ApplicationScoped
class SystemClock implements ModuleClock {
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
