package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.EnrollmentTokenCreated;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.TokenIssuance;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.SettingsCheck;
import io.mdm.enrollment.domain.delivery.Outbox;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Tokens, rejections and promised invitations of one request are written in one transaction, or not at all. */
@ApplicationScoped
class TransactionalTokenIssuance implements TokenIssuance {
    @Inject
    MdmDirectory directory;

    @Inject
    SettingsCheck settingsCheck;

    @Inject
    Idempotency idempotency;

    @Inject
    TokenFactory tokenFactory;

    @Inject
    EnrollmentBatches batches;

    @Inject
    EnrollmentTokens tokens;

    @Inject
    Outbox outbox;

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
    public BatchReceipt issue(IssueTokens command) {
        return idempotency.once(command, this::issueNow);
    }

    private BatchReceipt issueNow(IssueTokens command) {
        var organization = directory.organization(command.organizationId()).orElseThrow(this::notFound);
        var enterprise = organization.windowsEnterprise().orElseThrow(this::notFound);
        settingsCheck.require(organization.id(), command.settings());
        if (command.addresses().isEmpty()) {
            return BatchReceipt.ofNothing();
        }
        var batch = EnrollmentBatch.accept(organization, enterprise, command, clock.instant());
        var admission = Admission.of(
                command.addresses(), LocalPart.allowedBy(configuration), remainingQuota(organization, batch));
        issue(batch, admission);
        return new BatchReceipt(
                Optional.of(batch.id()),
                batch.total(),
                batch.success(),
                admission.rejected().size(),
                BatchReceipt.Origin.FRESH);
    }

    private void issue(EnrollmentBatch batch, Admission admission) {
        var issued = tokenFactory.issueAll(batch, admission.admitted());
        batch.conclude(issued.size());
        batches.add(batch, admission.rejected());
        tokens.addAll(issued);
        audit.created(batch.organizationId(), batch.id(), batch.createdBy(), batch.success());
        if (batch.settings().sendEmail() && !issued.isEmpty()) {
            outbox.promise(
                    batch, issued.stream().map(EnrollmentToken::batchIndex).toList());
        }
        issued.forEach(token -> created.fire(
                new EnrollmentTokenCreated(token.organizationId(), token.batchId(), token.id(), token.createdAt())));
    }

    private int remainingQuota(Organization organization, EnrollmentBatch batch) {
        return organization.tokenQuota().isEmpty()
                ? Integer.MAX_VALUE
                : organization.tokenQuota().getAsInt() - tokens.countLiveInTurn(organization.id(), batch.createdAt());
    }

    private EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }
}
