package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.ModuleClock;
import io.mdm.enrollment.api.TokenNotUsable;
import io.mdm.enrollment.api.TokenNotUsable.Reason;
import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.UsableToken;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.credential.CredentialMint;
import io.mdm.enrollment.domain.credential.TokenCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;

@ApplicationScoped
class TransactionalRedemption implements TokenRedemption {
    @Inject
    EnrollmentTokens tokens;

    @Inject
    EnrollmentBatches batches;

    @Inject
    CredentialMint mint;

    @Inject
    ModuleClock clock;

    @Override
    @Transactional
    public UsableToken verify(String credential) {
        var token = opened(credential, tokens::byId);
        token.requireLive(clock.instant());
        return usable(token);
    }

    @Override
    @Transactional
    public UsableToken redeem(String credential, String winDeviceId) {
        var device = DeviceId.of(winDeviceId);
        var token = opened(credential, tokens::byIdForUpdate);
        token.redeem(device, clock.instant());
        return usable(token);
    }

    private EnrollmentToken opened(String text, Function<String, Optional<EnrollmentToken>> lookUp) {
        var credential = TokenCredential.parse(text).orElseThrow(TransactionalRedemption::unknown);
        var token = lookUp.apply(credential.tokenId()).orElseThrow(TransactionalRedemption::unknown);
        token.requireOpenedBy(credential, mint);
        return token;
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

    private static TokenNotUsable unknown() {
        return new TokenNotUsable(Reason.UNKNOWN);
    }
}
