package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.TokenRevocation;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@UseCase
@ApplicationScoped
class TransactionalTokenRevocation implements TokenRevocation {
    private final EnrollmentTokens tokens;
    private final AuditTrail audit;
    private final TokenEnds ends;
    private final TokenDescriptions descriptions;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenRevocation() {
        this(null, null, null, null, null);
    }

    @Inject
    TransactionalTokenRevocation(
            EnrollmentTokens tokens,
            AuditTrail audit,
            TokenEnds ends,
            TokenDescriptions descriptions,
            ModuleClock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.ends = ends;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public IssuedToken revoke(String organizationId, String tokenId, TokenExpectation expected, LinkVisibility links) {
        var token = tokens.ofOrganizationForUpdate(organizationId, tokenId)
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
        expected.judge(descriptions.of(token, links));
        if (token.state() != TokenState.DELETED) {
            var now = clock.instant();
            token.revoke(now);
            ends.revoked(token, now);
            audit.done(AuditAction.REVOKED, token.organizationId(), token.batchId(), token.id());
        }
        return descriptions.of(token, links);
    }
}
