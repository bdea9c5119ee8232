package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;

/** Ends of tokens as CDI events, fired inside the transaction that ends them. */
@Dependent
public class TokenEnds {
    private final Event<EnrollmentTokenRedeemed> redeemed;
    private final Event<EnrollmentTokenRevoked> revoked;
    private final Event<EnrollmentTokenExpired> expired;

    @Inject
    public TokenEnds(
            Event<EnrollmentTokenRedeemed> redeemed,
            Event<EnrollmentTokenRevoked> revoked,
            Event<EnrollmentTokenExpired> expired) {
        this.redeemed = redeemed;
        this.revoked = revoked;
        this.expired = expired;
    }

    void redeemed(EnrollmentToken token, DeviceId device, Instant now) {
        redeemed.fire(
                new EnrollmentTokenRedeemed(token.organizationId(), token.batchId(), token.id(), device.hex(), now));
    }

    public void revoked(EnrollmentToken token, Instant now) {
        revoked(token.organizationId(), token.batchId(), token.id(), now);
    }

    /** Tokens of a batch, by their ids. */
    public void revoked(String organizationId, String batchId, Collection<String> tokenIds, Instant now) {
        tokenIds.forEach(id -> revoked(organizationId, batchId, id, now));
    }

    public void expired(EnrollmentToken token) {
        expired(new ExpiredToken(token.organizationId(), token.batchId(), token.id(), token.expireAt()));
    }

    void expired(ExpiredToken token) {
        expired.fire(
                new EnrollmentTokenExpired(token.organizationId(), token.batchId(), token.id(), token.expiredAt()));
    }

    private void revoked(String organizationId, String batchId, String tokenId, Instant now) {
        revoked.fire(new EnrollmentTokenRevoked(organizationId, batchId, tokenId, now));
    }
}
