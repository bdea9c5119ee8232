package io.mdm.enrollment.domain.audit;

import io.mdm.enrollment.api.AuditRecords;
import io.mdm.enrollment.api.audit.AuditPage;
import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.domain.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@UseCase
@ApplicationScoped
class TransactionalAuditRecords implements AuditRecords {
    private final AuditRows rows;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalAuditRecords() {
        this(null);
    }

    @Inject
    TransactionalAuditRecords(AuditRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public AuditPage page(AuditQuery query) {
        return AuditPage.of(rows.find(query, query.limit() + 1), query.limit());
    }
}
