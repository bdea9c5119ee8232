package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.spi.ModuleClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that only goes on when it is told to. */
public final class StoppedClock implements ModuleClock {
    private volatile Instant now;

    public StoppedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public void set(Instant instant) {
        now = instant;
    }
}
