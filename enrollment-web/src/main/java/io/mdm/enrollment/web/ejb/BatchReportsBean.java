package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.ReportQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "BatchReports")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class BatchReportsBean implements BatchReports {
    @Inject
    BatchReports reports;

    @Override
    public BatchReport report(ReportQuery query) {
        return reports.report(query);
    }

    @Override
    public String version(ReportQuery query) {
        return reports.version(query);
    }
}
