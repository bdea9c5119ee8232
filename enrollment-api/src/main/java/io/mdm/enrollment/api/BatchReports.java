package io.mdm.enrollment.api;

import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.ReportQuery;

/** Tells what became of every recipient of a bulk request. */
public interface BatchReports {

    /**
     * One page of a report.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    BatchReport report(ReportQuery query);

    /**
     * Names the state of the report: as long as it stays the same, so does the report. Asking for it is much cheaper than
     * asking for the report.
     *
     * @return printable ASCII
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    String version(ReportQuery query);
}
