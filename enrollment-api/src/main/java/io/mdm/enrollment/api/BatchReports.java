package io.mdm.enrollment.api;

import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.ReportQuery;

/** Reports on bulk requests: the outcome of every recipient and the state of every mail. */
public interface BatchReports {

    /**
     * One page of a report.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    BatchReport report(ReportQuery query);

    /**
     * Version of a report: equal versions mean equal reports. Much cheaper to compute than a page of the report; a
     * report of the counts alone has it at no cost.
     *
     * @return printable ASCII
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    String version(ReportQuery query);
}
