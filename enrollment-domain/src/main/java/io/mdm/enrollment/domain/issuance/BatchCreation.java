package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.EnrollmentBatchCompleted;
import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.EnrollmentTokenCreated;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.Outbox;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Creation of a batch: its tokens, rejections, promised invitations and audit entry, then the events. */
@Dependent
class BatchCreation {
    private final TokenFactory tokenFactory;
    private final EnrollmentBatches batches;
    private final EnrollmentTokens tokens;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Event<EnrollmentBatchCreated> batchCreated;
    private final Event<EnrollmentTokenCreated> tokenCreated;
    private final Event<EnrollmentBatchCompleted> batchCompleted;

    @Inject
    BatchCreation(
            TokenFactory tokenFactory,
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            Outbox outbox,
            AuditTrail audit,
            Event<EnrollmentBatchCreated> batchCreated,
            Event<EnrollmentTokenCreated> tokenCreated,
            Event<EnrollmentBatchCompleted> batchCompleted) {
        this.tokenFactory = tokenFactory;
        this.batches = batches;
        this.tokens = tokens;
        this.outbox = outbox;
        this.audit = audit;
        this.batchCreated = batchCreated;
        this.tokenCreated = tokenCreated;
        this.batchCompleted = batchCompleted;
    }

    /** Writes the batch as part of the running transaction. */
    void create(EnrollmentBatch batch, Admission admission) {
        var issued = tokenFactory.issueAll(batch, admission.admitted());
        batch.conclude(issued.size());
        boolean mails = batch.settings().sendEmail() && !issued.isEmpty();
        if (batch.isBulk() && !mails) {
            batch.complete();
        }
        batches.add(batch, admission.rejected());
        tokens.addAll(issued);
        audit.created(batch.organizationId(), batch.id(), batch.createdBy(), batch.success());
        if (mails) {
            outbox.promise(
                    batch, issued.stream().map(EnrollmentToken::batchIndex).toList());
        }
        fire(batch, issued);
        if (batch.isBulk() && !mails) {
            batchCompleted.fire(new EnrollmentBatchCompleted(
                    batch.organizationId(), batch.id(), batch.total(), batch.success(), 0, 0, batch.createdAt()));
        }
    }

    private void fire(EnrollmentBatch batch, List<EnrollmentToken> issued) {
        batchCreated.fire(
                new EnrollmentBatchCreated(batch.organizationId(), batch.id(), batch.success(), batch.createdAt()));
        issued.forEach(token -> tokenCreated.fire(
                new EnrollmentTokenCreated(token.organizationId(), token.batchId(), token.id(), token.createdAt())));
    }
}
