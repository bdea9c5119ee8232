package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.AuditRecords;
import io.mdm.enrollment.api.audit.AuditPage;
import io.mdm.enrollment.api.audit.AuditQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "AuditRecords")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class AuditRecordsBean implements AuditRecords {
    @Inject
    AuditRecords records;

    @Override
    public AuditPage page(AuditQuery query) {
        return records.page(query);
    }
}
