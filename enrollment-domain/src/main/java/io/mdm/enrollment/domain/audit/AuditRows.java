package io.mdm.enrollment.domain.audit;

import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.api.audit.AuditRecord;
import java.util.List;

/** Stored audit records. */
public interface AuditRows {

    /** Finds what the query asks for, newest first, at most so many. */
    List<AuditRecord> find(AuditQuery query, int limit);
}
