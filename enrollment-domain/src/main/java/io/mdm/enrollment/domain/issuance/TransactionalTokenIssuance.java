package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.CheckedBatch;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.TokenIssuance;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.AdmittedOrganization;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatch.Origin;
import io.mdm.enrollment.domain.batch.SendTime;
import io.mdm.enrollment.domain.batch.SettingsCheck;
import io.mdm.enrollment.domain.delivery.BatchReminders;
import io.mdm.enrollment.domain.idempotency.Idempotency;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.token.RemainingQuota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issuance of tokens in one transaction: all that a request creates is written, or nothing. */
@UseCase
@ApplicationScoped
class TransactionalTokenIssuance implements TokenIssuance {
    private final AdmittedOrganization admitted;
    private final MdmDirectory directory;
    private final SettingsCheck settingsCheck;
    private final Idempotency idempotency;
    private final RemainingQuota quota;
    private final Replacement replacement;
    private final RecipientLimit recipientLimit;
    private final BatchCreation creation;
    private final BatchReminders reminders;
    private final ModuleConfiguration configuration;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenIssuance() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    TransactionalTokenIssuance(
            AdmittedOrganization admitted,
            MdmDirectory directory,
            SettingsCheck settingsCheck,
            Idempotency idempotency,
            RemainingQuota quota,
            Replacement replacement,
            RecipientLimit recipientLimit,
            BatchCreation creation,
            BatchReminders reminders,
            ModuleConfiguration configuration,
            ModuleClock clock) {
        this.admitted = admitted;
        this.directory = directory;
        this.settingsCheck = settingsCheck;
        this.idempotency = idempotency;
        this.quota = quota;
        this.replacement = replacement;
        this.recipientLimit = recipientLimit;
        this.creation = creation;
        this.reminders = reminders;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    @Transactional
    public BatchReceipt issue(IssueTokens command) {
        return command.idempotencyKey()
                .map(key -> issueOnce(command, key))
                .orElseGet(() -> issueNow(command, Origin.BULK_REQUEST));
    }

    /** Issues the token of a request for one. */
    @Transactional
    public BatchReceipt issueOne(IssueTokens command) {
        return issueNow(command, Origin.SINGLE_REQUEST);
    }

    private BatchReceipt issueOnce(IssueTokens command, IdempotencyKey key) {
        return idempotency
                .once(new IdempotentCommand<>(
                        command.organizationId(),
                        command.requestedBy(),
                        key,
                        StoredBatchReceipt.RECEIPT,
                        () -> issueNow(command, Origin.BULK_REQUEST)))
                .result();
    }

    @Override
    @Transactional
    public CheckedBatch check(IssueTokens command) {
        var organization = organization(command.organizationId());
        var now = clock.instant();
        requireIssuable(organization, command, now);
        return command.addresses().isEmpty()
                ? new CheckedBatch(List.of())
                : judged(organization, command, now).checked(localPart());
    }

    private BatchReceipt issueNow(IssueTokens command, Origin origin) {
        var organization = organization(command.organizationId());
        var now = clock.instant();
        var enterprise = requireIssuable(organization, command, now);
        if (command.addresses().isEmpty()) {
            // it creates nothing, but a receipt if it has a key
            command.idempotencyKey().ifPresent(key -> recipientLimit.count(organization.id(), 1));
            return BatchReceipt.ofNothing();
        }
        var batch = EnrollmentBatch.accept(organization, enterprise, command, origin, now);
        var admission = judged(organization, command, now);
        replacement.carryOut(organization.id(), admission.replaced(), now);
        creation.create(batch, admission);
        reminders.promise(batch, origin == Origin.BULK_REQUEST ? command.reminders() : Optional.of(List.of()));
        recipientLimit.count(organization.id(), batch.total());
        return new BatchReceipt(
                Optional.of(batch.id()),
                batch.total(),
                batch.success(),
                admission.rejected().size(),
                BatchReceipt.Origin.FRESH);
    }

    private WindowsEnterprise requireIssuable(Organization organization, IssueTokens command, Instant now) {
        SendTime.require(command.sendAt(), now);
        var enterprise = organization.windowsEnterprise().orElseThrow(this::notFound);
        settingsCheck.require(command);
        return enterprise;
    }

    /** @throws LimitReached when the organization has requested too many recipients within an hour */
    private Admission judged(Organization organization, IssueTokens command, Instant now) {
        recipientLimit.requireRoomFor(organization.id(), command.addresses().size());
        var holders = replacement.holders(command, localPart(), now);
        return Admission.of(command, localPart(), holders, quota.of(organization, now));
    }

    private LocalPart localPart() {
        return LocalPart.allowedBy(configuration);
    }

    private Organization organization(String id) {
        return admitted.current()
                .filter(known -> known.id().equals(id))
                .or(() -> directory.organization(id))
                .orElseThrow(this::notFound);
    }

    private EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }
}
