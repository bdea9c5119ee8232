package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.TokenUpdate;
import io.mdm.enrollment.api.UpdateToken;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "TokenUpdate")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class TokenUpdateBean implements TokenUpdate {
    @Inject
    TokenUpdate update;

    @Override
    public IssuedToken update(UpdateToken command, TokenExpectation expected, LinkVisibility links) {
        return update.update(command, expected, links);
    }
}
