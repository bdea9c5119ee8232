package io.mdm.enrollment.api;

/** Tells what became of every recipient of a bulk request. */
public interface BatchReports {

    /**
     * One page of a report.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    BatchReport report(ReportQuery query);
}
