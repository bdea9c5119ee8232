package io.mdm.enrollment.api.audit;

import java.util.List;
import java.util.Optional;

/**
 * One page of audit records.
 *
 * @param records newest first
 * @param next place behind which the next page begins; empty on the last one
 */
public record AuditPage(List<AuditRecord> records, Optional<AuditCursor> next) {

    public AuditPage {
        records = List.copyOf(records);
    }

    /** Page of so many records, of which one more was looked for. */
    public static AuditPage of(List<AuditRecord> found, int limit) {
        return found.size() <= limit
                ? new AuditPage(found, Optional.empty())
                : new AuditPage(found.subList(0, limit), Optional.of(AuditCursor.of(found.get(limit - 1))));
    }
}
