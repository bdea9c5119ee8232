package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.domain.InMemoryEvent;
import java.util.List;

/** Keeps the events of tokens that ended. */
public final class RecordedTokenEnds {
    private final InMemoryEvent<EnrollmentTokenRedeemed> redeemed = new InMemoryEvent<>();
    private final InMemoryEvent<EnrollmentTokenRevoked> revoked = new InMemoryEvent<>();
    private final InMemoryEvent<EnrollmentTokenExpired> expired = new InMemoryEvent<>();
    private final TokenEnds ends = new TokenEnds(redeemed, revoked, expired);

    public TokenEnds ends() {
        return ends;
    }

    public List<EnrollmentTokenRedeemed> redeemed() {
        return redeemed.fired();
    }

    public List<EnrollmentTokenRevoked> revoked() {
        return revoked.fired();
    }

    public List<EnrollmentTokenExpired> expired() {
        return expired.fired();
    }
}
