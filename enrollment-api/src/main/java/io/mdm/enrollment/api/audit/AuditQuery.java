package io.mdm.enrollment.api.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Query for records of an organization, newest first.
 *
 * @param from first instant
 * @param to first instant that is too late
 * @param actor only those of this caller
 * @param actions only these; empty for all
 * @param bulkId only those of this bulk request
 * @param tokenId only those of this token alone
 * @param after only those behind this place
 * @param limit records per page, 1 to 1000
 */
public record AuditQuery(
        String organizationId,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> actor,
        Set<AuditAction> actions,
        Optional<String> bulkId,
        Optional<String> tokenId,
        Optional<AuditCursor> after,
        int limit) {
    public static final int MAX_LIMIT = 1_000;

    public AuditQuery {
        actions = Set.copyOf(actions);
    }

    /** The same for what follows that place. */
    public AuditQuery after(AuditCursor place) {
        return new AuditQuery(organizationId, from, to, actor, actions, bulkId, tokenId, Optional.of(place), limit);
    }

    /** The same with other pages. */
    public AuditQuery inPagesOf(int records) {
        return new AuditQuery(organizationId, from, to, actor, actions, bulkId, tokenId, after, records);
    }
}
