package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.spi.ModuleClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Clock of whole milliseconds, so that an instant is the same before and after storing. */
@ApplicationScoped
class SystemClock implements ModuleClock {
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
