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
class TransactionalTokenIssuance implements TokenIssuance {
    private final MdmDirectory directory;
    private final SettingsCheck settingsCheck;
    private final Idempotency idempotency;
    private final TokenFactory tokenFactory;
    private final EnrollmentBatches batches;
    private final EnrollmentTokens tokens;
    private final Invitations invitations;
    private final Deliveries deliveries;
    private final Event<EnrollmentTokenCreated> created;
    private final AuditTrail audit;
    private final ModuleConfiguration configuration;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenIssuance() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    TransactionalTokenIssuance(
            MdmDirectory directory,
            SettingsCheck settingsCheck,
            Idempotency idempotency,
            TokenFactory tokenFactory,
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            Invitations invitations,
            Deliveries deliveries,
            Event<EnrollmentTokenCreated> created,
            AuditTrail audit,
            ModuleConfiguration configuration,
            ModuleClock clock) {
        this.directory = directory;
        this.settingsCheck = settingsCheck;
        this.idempotency = idempotency;
        this.tokenFactory = tokenFactory;
        this.batches = batches;
        this.tokens = tokens;
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.created = created;
        this.audit = audit;
        this.configuration = configuration;
        this.clock = clock;
    }

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
            promiseInvitations(batch, issued);
        }
        issued.forEach(token -> created.fire(
                new EnrollmentTokenCreated(token.organizationId(), token.batchId(), token.id(), token.createdAt())));
    }

    private void promiseInvitations(EnrollmentBatch batch, List<EnrollmentToken> issued) {
        var indexes = issued.stream().map(EnrollmentToken::batchIndex).toList();
        invitations.addAll(batch, indexes);
        deliveries.schedule(DeliveryLane.lanesOf(batch, DeliveryLane.FIRST_MAILING, indexes), issued.size());
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
