package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.audit.AuditCursor;
import io.mdm.enrollment.api.audit.AuditPage;
import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.api.audit.AuditRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data of a page of audit records.
 *
 * @param next value of {@code cursor} for the next page; null on the last one
 */
public record AuditBody(
        List<AuditRecord> items, int limit, @Nullable String next) {

    public static AuditBody of(AuditPage page, AuditQuery query) {
        return new AuditBody(
                page.records(),
                query.limit(),
                page.next().map(AuditCursor::text).orElse(null));
    }
}
