package io.mdm.enrollment.api.audit;

/** Audited actions. */
public enum AuditAction {
    CREATED,
    CHANGED,
    EXTENDED,
    REVOKED,
    PAUSED,
    RESUMED,
    SCHEDULED,
    RESENT,
    REMINDED,
    REDEEMED,
    ERASED
}
