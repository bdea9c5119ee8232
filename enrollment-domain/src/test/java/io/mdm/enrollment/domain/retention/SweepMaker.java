package io.mdm.enrollment.domain.retention;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.Retention;

/** Makes what a server injects. */
public final class SweepMaker {
    private SweepMaker() {}

    public static Sweep of(OldRows rows, Retention retention, ModuleClock clock) {
        var sweep = new Sweep();
        sweep.rows = rows;
        sweep.retention = retention;
        sweep.clock = clock;
        return sweep;
    }
}
