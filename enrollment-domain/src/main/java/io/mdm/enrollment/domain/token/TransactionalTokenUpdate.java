package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.TokenUpdate;
import io.mdm.enrollment.api.UpdateToken;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@UseCase
@ApplicationScoped
class TransactionalTokenUpdate implements TokenUpdate {
    private final EnrollmentTokens tokens;
    private final EnrollmentBatches batches;
    private final SettingsCheck settingsCheck;
    private final AuditTrail audit;
    private final TokenDescriptions descriptions;
    private final TokenExtension extension;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenUpdate() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    TransactionalTokenUpdate(
            EnrollmentTokens tokens,
            EnrollmentBatches batches,
            SettingsCheck settingsCheck,
            AuditTrail audit,
            TokenDescriptions descriptions,
            TokenExtension extension,
            ModuleClock clock) {
        this.tokens = tokens;
        this.batches = batches;
        this.settingsCheck = settingsCheck;
        this.audit = audit;
        this.descriptions = descriptions;
        this.extension = extension;
        this.clock = clock;
    }

    @Override
    @Transactional
    public IssuedToken update(UpdateToken command, TokenExpectation expected, LinkVisibility links) {
        command.duration().ifPresent(any -> extension.lockBatch(command.organizationId(), command.tokenId()));
        var token = tokens.ofOrganizationForUpdate(command.organizationId(), command.tokenId())
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
        expected.judge(descriptions.of(token, links));
        var batch = batches.find(token.organizationId(), token.batchId()).orElseThrow();
        command.duration().ifPresent(duration -> extension.extend(token, batch, duration));
        token.requireLive(clock.instant());
        settingsCheck.require(token.organizationId(), command.changes().values());
        var changed = command.changes().appliedTo(token.settings(batch));
        if (!changed.equals(token.settings(batch))) {
            token.change(changed, clock.instant());
            audit.done(AuditAction.CHANGED, token.organizationId(), token.batchId(), token.id());
        }
        return descriptions.of(token, links);
    }
}
