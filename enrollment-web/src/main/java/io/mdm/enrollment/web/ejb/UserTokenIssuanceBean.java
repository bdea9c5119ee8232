package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.IssueUserToken;
import io.mdm.enrollment.api.UserTokenIssuance;
import io.mdm.enrollment.api.token.IssuedToken;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "UserTokenIssuance")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class UserTokenIssuanceBean implements UserTokenIssuance {
    @Inject
    UserTokenIssuance issuance;

    @Override
    public IssuedToken issue(IssueUserToken command) {
        return issuance.issue(command);
    }
}
