package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.ModuleClock;
import io.mdm.enrollment.api.Proof;
import io.mdm.enrollment.api.TokenNotUsable;
import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.UsableToken;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** A refusal is no failure: what it counted has to last. */
@ApplicationScoped
@Transactional(dontRollbackOn = TokenNotUsable.class)
class TransactionalRedemption implements TokenRedemption {
    @Inject
    Proofs proofs;

    @Inject
    EnrollmentBatches batches;

    @Inject
    ModuleClock clock;

    @Override
    public UsableToken verify(Proof proof) {
        return verify(proof, Optional.empty());
    }

    @Override
    public UsableToken verify(Proof proof, Optional<String> organizationId) {
        var token = proofs.token(proof, organizationId);
        token.requireLive(clock.instant());
        return usable(token);
    }

    @Override
    public UsableToken redeem(Proof proof, String winDeviceId) {
        return redeem(proof, Optional.empty(), winDeviceId);
    }

    @Override
    public UsableToken redeem(Proof proof, Optional<String> organizationId, String winDeviceId) {
        var device = DeviceId.of(winDeviceId);
        var token = proofs.tokenForUpdate(proof, organizationId);
        token.redeem(device, clock.instant());
        return usable(token);
    }

    private UsableToken usable(EnrollmentToken token) {
        var batch = batches.find(token.organizationId(), token.batchId()).orElseThrow();
        return new UsableToken(
                token.id(),
                token.organizationId(),
                batch.winEnterpriseId(),
                token.email(),
                token.language(),
                batch.settings(),
                token.expireAt(),
                token.winDeviceId().orElse(null));
    }
}
