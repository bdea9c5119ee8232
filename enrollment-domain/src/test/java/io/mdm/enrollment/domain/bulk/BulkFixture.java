package io.mdm.enrollment.domain.bulk;

import static io.mdm.enrollment.domain.Examples.NOW;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.audit.AuditEntry;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryBatchTokens;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import io.mdm.enrollment.domain.token.RemainingQuota;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Bulk requests in memory, of an organization whose quota is six live tokens. */
final class BulkFixture {
    final StoppedClock clock = new StoppedClock(NOW);
    final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens(batches);
    final InMemoryBatchTokens batchTokens = new InMemoryBatchTokens(tokens);
    final InMemoryInvitations invitations = new InMemoryInvitations();
    final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    final Organization organization = Examples.organization(OptionalInt.of(6));
    final RemainingQuota quota = new RemainingQuota(directory, tokens);
    final InMemoryAuditEntries entries = new InMemoryAuditEntries();
    final InMemoryMailSchedule mailSchedule = new InMemoryMailSchedule();
    final AuditTrail audit = new AuditTrail(entries, () -> Optional.of("admin@acme.example"), clock);

    BulkFixture() {
        directory.add(organization);
    }

    /** A request of so many recipients, all of whom have a token and are to be mailed. */
    EnrollmentBatch bulk(int size) {
        return add(Examples.batch(organization, Examples.settings(), size, clock.instant()), size);
    }

    /** The same with mails that leave later. */
    EnrollmentBatch scheduled(int size, Instant sendAt) {
        return add(Examples.scheduled(organization, size, sendAt), size);
    }

    private EnrollmentBatch add(EnrollmentBatch batch, int size) {
        batch.conclude(size);
        batches.add(batch, List.of());
        tokens.addAll(Examples.tokens(batch, Examples.upTo(size)));
        invitations.addAll(batch, Examples.upTo(size));
        return batch;
    }

    EnrollmentToken token(EnrollmentBatch batch, int index) {
        return tokens.ofBatch(batch.organizationId(), batch.id(), List.of(index))
                .get(0);
    }

    List<AuditAction> audited() {
        return entries.all().stream().map(AuditEntry::action).toList();
    }
}
