package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.BatchCatalog;
import io.mdm.enrollment.api.report.BatchPage;
import io.mdm.enrollment.api.report.BatchQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "BatchCatalog")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class BatchCatalogBean implements BatchCatalog {
    @Inject
    BatchCatalog catalog;

    @Override
    public BatchPage batches(BatchQuery query) {
        return catalog.batches(query);
    }
}
