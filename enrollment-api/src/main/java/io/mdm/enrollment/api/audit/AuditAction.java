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
    ERASED,
    /** The receiver of a webhook has not accepted a request for three days, or wants no events any more. */
    WEBHOOK_PAUSED,
    WEBHOOK_REPLAYED
}
