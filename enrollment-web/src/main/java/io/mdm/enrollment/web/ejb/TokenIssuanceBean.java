package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.CheckedBatch;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.TokenIssuance;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "TokenIssuance")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class TokenIssuanceBean implements TokenIssuance {
    @Inject
    TokenIssuance issuance;

    @Override
    public BatchReceipt issue(IssueTokens command) {
        return issuance.issue(command);
    }

    @Override
    public CheckedBatch check(IssueTokens command) {
        return issuance.check(command);
    }
}
