package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.ObjectId;
import io.mdm.enrollment.domain.audit.AuditEntries;
import io.mdm.enrollment.domain.audit.AuditEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

@Dependent
class JdbcAuditEntries implements AuditEntries {
    private final EnrollmentDatabase database;

    @Inject
    JdbcAuditEntries(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        database.updateLater(
                """
                insert into enrollment.enrollment_audit
                    (id, organization_id, at, actor, action, batch_id, token_id, tokens, webhook_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ObjectId.next(entry.at()),
                entry.organizationId(),
                timestamp(entry.at()),
                entry.actor().orElse(null),
                entry.action().name(),
                entry.batchId().orElse(null),
                entry.tokenId().orElse(null),
                entry.tokens(),
                entry.webhookId().orElse(null));
    }
}
