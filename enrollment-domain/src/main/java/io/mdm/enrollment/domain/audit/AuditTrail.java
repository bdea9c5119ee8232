package io.mdm.enrollment.domain.audit;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.AuditActor;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Audit trail of the use cases: one entry each, however many tokens are concerned. */
@Dependent
public class AuditTrail {
    private final AuditEntries entries;
    private final AuditActor actor;
    private final ModuleClock clock;

    @Inject
    public AuditTrail(AuditEntries entries, AuditActor actor, ModuleClock clock) {
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param by the subject on whose behalf */
    public void created(String organizationId, String batchId, String by, int tokens) {
        entries.add(new AuditEntry(
                organizationId,
                clock.instant(),
                Optional.of(by),
                AuditAction.CREATED,
                Optional.of(batchId),
                Optional.empty(),
                tokens,
                Optional.empty()));
    }

    public void done(AuditAction action, String organizationId, String batchId, String tokenId) {
        add(organizationId, action, Optional.of(batchId), Optional.of(tokenId), 1);
    }

    /** An action on so many tokens of a batch. */
    public void done(AuditAction action, EnrollmentBatch batch, int tokens) {
        add(batch.organizationId(), action, Optional.of(batch.id()), Optional.empty(), tokens);
    }

    /** Tokens of several batches were revoked. */
    public void revoked(String organizationId, int tokens) {
        add(organizationId, AuditAction.REVOKED, Optional.empty(), Optional.empty(), tokens);
    }

    public void erased(String organizationId, int tokens) {
        add(organizationId, AuditAction.ERASED, Optional.empty(), Optional.empty(), tokens);
    }

    public void webhookPaused(String organizationId, String webhookId) {
        add(organizationId, AuditAction.WEBHOOK_PAUSED, webhookId);
    }

    public void webhookReplayed(String organizationId, String webhookId) {
        add(organizationId, AuditAction.WEBHOOK_REPLAYED, webhookId);
    }

    private void add(
            String organizationId, AuditAction action, Optional<String> batchId, Optional<String> tokenId, int tokens) {
        entries.add(new AuditEntry(
                organizationId, clock.instant(), actor.subject(), action, batchId, tokenId, tokens, Optional.empty()));
    }

    private void add(String organizationId, AuditAction action, String webhookId) {
        entries.add(new AuditEntry(
                organizationId,
                clock.instant(),
                actor.subject(),
                action,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.of(webhookId)));
    }
}
