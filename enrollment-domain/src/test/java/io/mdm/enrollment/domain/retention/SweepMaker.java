package io.mdm.enrollment.domain.retention;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.Retention;

/** Makes what a server injects. */
public final class SweepMaker {
    private SweepMaker() {}

    public static RetentionJob of(ExpiredRows rows, Retention retention, ModuleClock clock) {
        var retentionJob = new RetentionJob();
        retentionJob.rows = rows;
        retentionJob.retention = retention;
        retentionJob.clock = clock;
        return retentionJob;
    }
}
