package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.TokenQuota;
import io.mdm.enrollment.api.TokenQuotas;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "TokenQuotas")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class TokenQuotasBean implements TokenQuotas {
    @Inject
    TokenQuotas quotas;

    @Override
    public TokenQuota quota(String organizationId) {
        return quotas.quota(organizationId);
    }
}
