package io.mdm.enrollment.domain;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

@Dependent
class SystemClock {

    /** Whole milliseconds: what is answered at once and what is read back later are the same. */
    @Produces
    @Singleton
    @ModuleClock
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
