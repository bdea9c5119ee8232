package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.BatchUpdate;
import io.mdm.enrollment.api.UpdateBatch;
import io.mdm.enrollment.api.UpdatedBatch;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "BatchUpdate")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class BatchUpdateBean implements BatchUpdate {
    @Inject
    BatchUpdate update;

    @Override
    public UpdatedBatch update(UpdateBatch command) {
        return update.update(command);
    }
}
