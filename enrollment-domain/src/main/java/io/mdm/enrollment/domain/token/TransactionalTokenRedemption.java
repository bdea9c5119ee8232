package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Verifies and redeems tokens. Failed attempts are committed, so that wrong codes stay counted. */
@UseCase
@ApplicationScoped
@Transactional(dontRollbackOn = TokenNotUsable.class)
class TransactionalTokenRedemption implements TokenRedemption {
    private final TokenLookup lookup;
    private final AuditTrail audit;
    private final TokenEnds ends;
    private final TokenDescriptions descriptions;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenRedemption() {
        this(null, null, null, null, null);
    }

    @Inject
    TransactionalTokenRedemption(
            TokenLookup lookup, AuditTrail audit, TokenEnds ends, TokenDescriptions descriptions, ModuleClock clock) {
        this.lookup = lookup;
        this.audit = audit;
        this.ends = ends;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    @Override
    public IssuedToken verify(Proof proof) {
        return verify(proof, Optional.empty());
    }

    @Override
    public IssuedToken verify(Proof proof, Optional<String> organizationId) {
        var token = lookup.token(proof, organizationId);
        token.requireOpen(clock.instant());
        return descriptions.of(token, LinkVisibility.WITHHELD);
    }

    /** Without a transaction, whose end would be another round trip: a mailing brings many readers at once. */
    @Override
    @Transactional(value = TxType.SUPPORTS, dontRollbackOn = TokenNotUsable.class)
    public IssuedToken open(Proof.Credential credential) {
        var found = lookup.tokenWithBatch(credential);
        found.token().requireOpen(clock.instant());
        return descriptions.toHolder(found);
    }

    @Override
    public IssuedToken open(Proof.Code code) {
        var token = lookup.token(code, Optional.empty());
        token.requireOpen(clock.instant());
        return descriptions.toHolder(token);
    }

    @Override
    public IssuedToken redeem(Proof proof, String winDeviceId) {
        return redeem(proof, Optional.empty(), winDeviceId);
    }

    @Override
    public IssuedToken redeem(Proof proof, Optional<String> organizationId, String winDeviceId) {
        var device = DeviceId.of(winDeviceId);
        var token = lookup.tokenForUpdate(proof, organizationId);
        boolean repeated = token.state() == TokenState.DONE;
        var now = clock.instant();
        token.redeem(device, now);
        if (!repeated) {
            ends.redeemed(token, device, now);
            audit.done(AuditAction.REDEEMED, token.organizationId(), token.batchId(), token.id());
        }
        return descriptions.of(token, LinkVisibility.WITHHELD);
    }
}
