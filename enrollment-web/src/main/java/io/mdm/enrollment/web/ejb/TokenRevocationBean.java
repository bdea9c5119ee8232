package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.TokenRevocation;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "TokenRevocation")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class TokenRevocationBean implements TokenRevocation {
    @Inject
    TokenRevocation revocation;

    @Override
    public IssuedToken revoke(String organizationId, String tokenId, TokenExpectation expected, LinkVisibility links) {
        return revocation.revoke(organizationId, tokenId, expected, links);
    }
}
