package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.BulkEnrollment;
import io.mdm.enrollment.api.EnrollRecipients;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.EnrollmentTokenCreated;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.KnownSettings;
import io.mdm.enrollment.domain.delivery.Deliveries;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Tokens, rejections and promised invitations of one request are written in one transaction, or not at all. */
@ApplicationScoped
class TransactionalBulkEnrollment implements BulkEnrollment {
    @Inject
    MdmDirectory directory;

    @Inject
    KnownSettings knownSettings;

    @Inject
    Idempotency idempotency;

    @Inject
    TokenIssue tokenIssue;

    @Inject
    EnrollmentBatches batches;

    @Inject
    EnrollmentTokens tokens;

    @Inject
    Invitations invitations;

    @Inject
    Deliveries deliveries;

    @Inject
    Event<EnrollmentTokenCreated> created;

    @Inject
    AuditTrail audit;

    @Inject
    ModuleConfiguration configuration;

    @Inject
    ModuleClock clock;

    @Override
    @Transactional
    public BatchReceipt enroll(EnrollRecipients command) {
        return idempotency.once(command, this::enrollNow);
    }

    private BatchReceipt enrollNow(EnrollRecipients command) {
        var organization = directory.organization(command.organizationId()).orElseThrow(this::notFound);
        var enterprise = organization.windowsEnterprise().orElseThrow(this::notFound);
        knownSettings.require(organization.id(), command.settings());
        if (command.addresses().isEmpty()) {
            return BatchReceipt.ofNothing();
        }
        var batch = EnrollmentBatch.accept(organization, enterprise, command, clock.instant());
        var admission =
                Admission.of(command.addresses(), LocalPart.allowedBy(configuration), places(organization, batch));
        issue(batch, admission);
        return new BatchReceipt(
                Optional.of(batch.id()),
                batch.total(),
                batch.success(),
                admission.rejected().size(),
                BatchReceipt.Origin.FRESH);
    }

    private void issue(EnrollmentBatch batch, Admission admission) {
        var issued = tokenIssue.issueAll(batch, admission.admitted());
        batch.conclude(issued.size());
        batches.add(batch, admission.rejected());
        tokens.addAll(issued);
        audit.created(batch.organizationId(), batch.id(), batch.createdBy(), batch.success());
        if (batch.settings().sendEmail() && !issued.isEmpty()) {
            promiseInvitations(batch, issued);
        }
        issued.forEach(token -> created.fire(
                new EnrollmentTokenCreated(token.organizationId(), token.batchId(), token.id(), token.createdAt())));
    }

    private void promiseInvitations(EnrollmentBatch batch, List<EnrollmentToken> issued) {
        var indexes = issued.stream().map(EnrollmentToken::batchIndex).toList();
        invitations.addAll(batch, indexes);
        deliveries.schedule(DeliveryLane.lanesOf(batch, DeliveryLane.FIRST_ROUND, indexes), issued.size());
    }

    private int places(Organization organization, EnrollmentBatch batch) {
        return organization.tokenQuota().isEmpty()
                ? Integer.MAX_VALUE
                : organization.tokenQuota().getAsInt() - tokens.countLiveInTurn(organization.id(), batch.createdAt());
    }

    private EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }
}
