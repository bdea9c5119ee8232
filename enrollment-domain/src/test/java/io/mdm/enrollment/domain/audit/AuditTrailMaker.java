package io.mdm.enrollment.domain.audit;

import io.mdm.enrollment.api.spi.AuditActor;
import io.mdm.enrollment.api.spi.ModuleClock;

/** Makes what a server injects. */
public final class AuditTrailMaker {
    private AuditTrailMaker() {}

    public static AuditTrail of(AuditEntries entries, AuditActor actor, ModuleClock clock) {
        var trail = new AuditTrail();
        trail.entries = entries;
        trail.actor = actor;
        trail.clock = clock;
        return trail;
    }
}
