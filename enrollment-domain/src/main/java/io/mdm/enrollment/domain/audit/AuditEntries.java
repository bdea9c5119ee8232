package io.mdm.enrollment.domain.audit;

/** Append-only audit record. */
public interface AuditEntries {

    /**
     * Adds an entry as part of the running transaction: nothing is done without being recorded, nor the other way
     * round.
     */
    void add(AuditEntry entry);
}
