package io.mdm.enrollment.domain.audit;

/** All that was done. */
public interface AuditEntries {

    /** Adds an entry as part of the running transaction: nothing is done without being recorded, nor the other way round. */
    void add(AuditEntry entry);
}
