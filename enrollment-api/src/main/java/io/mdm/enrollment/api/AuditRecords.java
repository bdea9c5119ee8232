package io.mdm.enrollment.api;

import io.mdm.enrollment.api.audit.AuditPage;
import io.mdm.enrollment.api.audit.AuditQuery;

/** Audit record of an organization: who did what and when, as long as it is kept. */
public interface AuditRecords {

    AuditPage page(AuditQuery query);
}
