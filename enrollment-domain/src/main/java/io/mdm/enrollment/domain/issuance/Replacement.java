package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.HeldToken;
import io.mdm.enrollment.domain.token.HeldTokens;
import io.mdm.enrollment.domain.token.TokenEnds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Replacement of live tokens whose recipients are invited again. Where it matters who holds one, an organization's
 * requests take turns, so that each sees what the one before has issued.
 */
@Dependent
class Replacement {
    private final HeldTokens tokens;
    private final Invitations invitations;
    private final AuditTrail audit;
    private final TokenEnds ends;

    @Inject
    Replacement(HeldTokens tokens, Invitations invitations, AuditTrail audit, TokenEnds ends) {
        this.tokens = tokens;
        this.invitations = invitations;
        this.audit = audit;
        this.ends = ends;
    }

    Holders holders(IssueTokens command, LocalPart localPart, Instant now) {
        if (command.onPending() == OnPending.ADD) {
            return Holders.NONE;
        }
        var hashes = command.addresses().stream()
                .flatMap(address -> Admission.recipient(address, command, localPart).stream())
                .map(Recipient::hash)
                .collect(Collectors.toSet());
        return Holders.of(command.onPending(), tokens.findInTurn(command.organizationId(), hashes, now));
    }

    /** Revokes the tokens, and withdraws their invitations that have not been sent. */
    void carryOut(String organizationId, List<HeldToken> replaced, Instant now) {
        if (!replaced.isEmpty()) {
            var revoked = tokens.revoke(organizationId, replaced, now);
            audit.revoked(organizationId, revoked.size());
            revoked.forEach(token -> ends.revoked(organizationId, token.batchId(), List.of(token.id()), now));
            invitations.withdraw(replaced);
        }
    }
}
