package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.BatchRevocation;
import io.mdm.enrollment.api.RevokedBatch;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "BatchRevocation")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class BatchRevocationBean implements BatchRevocation {
    @Inject
    BatchRevocation revocation;

    @Override
    public RevokedBatch revoke(String organizationId, String batchId) {
        return revocation.revoke(organizationId, batchId);
    }
}
