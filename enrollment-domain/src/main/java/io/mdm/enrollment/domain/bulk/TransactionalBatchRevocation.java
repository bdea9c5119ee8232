package io.mdm.enrollment.domain.bulk;

import io.mdm.enrollment.api.BatchRevocation;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.RevokedBatch;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.token.BatchTokens;
import io.mdm.enrollment.domain.token.TokenEnds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@UseCase
@ApplicationScoped
class TransactionalBatchRevocation implements BatchRevocation {
    private final EnrollmentBatches batches;
    private final BatchTokens tokens;
    private final Invitations invitations;
    private final AuditTrail audit;
    private final TokenEnds ends;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalBatchRevocation() {
        this(null, null, null, null, null, null);
    }

    @Inject
    TransactionalBatchRevocation(
            EnrollmentBatches batches,
            BatchTokens tokens,
            Invitations invitations,
            AuditTrail audit,
            TokenEnds ends,
            ModuleClock clock) {
        this.batches = batches;
        this.tokens = tokens;
        this.invitations = invitations;
        this.audit = audit;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    @Transactional
    public RevokedBatch revoke(String organizationId, String batchId) {
        var batch = batches.findForUpdate(organizationId, batchId)
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
        var now = clock.instant();
        var revoked = tokens.revoke(batch, now);
        invitations.withdrawAll(batch);
        if (!revoked.isEmpty()) {
            audit.done(AuditAction.REVOKED, batch, revoked.size());
            ends.revoked(batch.organizationId(), batch.id(), revoked, now);
        }
        return new RevokedBatch(batch.success(), revoked.size());
    }
}
