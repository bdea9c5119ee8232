package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.IssueUserToken;
import io.mdm.enrollment.api.UserTokenIssuance;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.TokenDescriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Issuance of a single token, as a batch of one. */
@UseCase
@ApplicationScoped
class TransactionalUserTokenIssuance implements UserTokenIssuance {
    private final MdmDirectory directory;
    private final ModuleConfiguration configuration;
    private final TransactionalTokenIssuance issuance;
    private final EnrollmentTokens tokens;
    private final TokenDescriptions descriptions;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalUserTokenIssuance() {
        this(null, null, null, null, null);
    }

    @Inject
    TransactionalUserTokenIssuance(
            MdmDirectory directory,
            ModuleConfiguration configuration,
            TransactionalTokenIssuance issuance,
            EnrollmentTokens tokens,
            TokenDescriptions descriptions) {
        this.directory = directory;
        this.configuration = configuration;
        this.issuance = issuance;
        this.tokens = tokens;
        this.descriptions = descriptions;
    }

    @Override
    @Transactional
    public IssuedToken issue(IssueUserToken command) {
        var address = directory
                .addressOf(command.organizationId(), command.mdmUserId())
                .filter(this::canBeMailed)
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
        var receipt = issuance.issueOne(new IssueTokens(
                command.organizationId(),
                command.requestedBy(),
                command.settings(),
                List.of(address),
                Optional.empty()));
        if (receipt.success() == 0) {
            throw new EnrollmentException(EnrollmentProblem.QUOTA_REACHED);
        }
        var batchId = receipt.batchId().orElseThrow();
        var token =
                tokens.ofBatch(command.organizationId(), batchId, List.of(0)).get(0);
        return descriptions.of(token, LinkVisibility.SHOWN);
    }

    private boolean canBeMailed(String address) {
        return Recipient.of(address, LocalPart.allowedBy(configuration)).isPresent();
    }
}
