package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Proof;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Optional;

@PermitAll
@Stateless(name = "TokenRedemption")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class TokenRedemptionBean implements TokenRedemption {
    @Inject
    TokenRedemption redemption;

    @Override
    public IssuedToken verify(Proof proof) {
        return redemption.verify(proof);
    }

    @Override
    public IssuedToken verify(Proof proof, Optional<String> organizationId) {
        return redemption.verify(proof, organizationId);
    }

    @Override
    public IssuedToken open(Proof.Credential credential) {
        return redemption.open(credential);
    }

    @Override
    public IssuedToken open(Proof.Code code) {
        return redemption.open(code);
    }

    @Override
    public IssuedToken redeem(Proof proof, String winDeviceId) {
        return redemption.redeem(proof, winDeviceId);
    }

    @Override
    public IssuedToken redeem(Proof proof, Optional<String> organizationId, String winDeviceId) {
        return redemption.redeem(proof, organizationId, winDeviceId);
    }
}
