package io.mdm.enrollment.domain.audit;

import io.mdm.enrollment.api.Actor;
import io.mdm.enrollment.api.ModuleClock;
import io.mdm.enrollment.domain.audit.AuditEntry.Action;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Writes down what a use case has done: one entry each, however many tokens are concerned. */
@ApplicationScoped
public class AuditTrail {
    @Inject
    AuditEntries entries;

    @Inject
    Actor actor;

    @Inject
    ModuleClock clock;

    public void created(EnrollmentBatch batch) {
        entries.add(new AuditEntry(
                batch.organizationId(),
                batch.createdAt(),
                Optional.of(batch.createdBy()),
                Action.CREATED,
                Optional.of(batch.id()),
                Optional.empty(),
                batch.success()));
    }

    public void done(Action action, EnrollmentToken token) {
        add(token.organizationId(), action, Optional.of(token.batchId()), Optional.of(token.id()), 1);
    }

    public void resent(EnrollmentBatch batch, int tokens) {
        add(batch.organizationId(), Action.RESENT, Optional.of(batch.id()), Optional.empty(), tokens);
    }

    public void erased(String organizationId, int tokens) {
        add(organizationId, Action.ERASED, Optional.empty(), Optional.empty(), tokens);
    }

    private void add(
            String organizationId, Action action, Optional<String> batchId, Optional<String> tokenId, int tokens) {
        entries.add(new AuditEntry(organizationId, clock.instant(), actor.subject(), action, batchId, tokenId, tokens));
    }
}
