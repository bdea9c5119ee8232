package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Data of a report answer. */
public record BatchReportBody(
        String id,
        String organizationId,
        Instant createdAt,
        String createdBy,
        EnrollmentSettings settings,
        int total,
        int success,
        int fail,
        MailCounts mails,
        List<BatchReport.Item> items,
        @Unwrapped Paging paging) {

    /** Invitations of the batch in each state. */
    public record MailCounts(int queued, int deferred, int sent, int failed, int notRequested) {

        static MailCounts of(Map<MailState, Integer> mails) {
            return new MailCounts(
                    mails.getOrDefault(MailState.QUEUED, 0),
                    mails.getOrDefault(MailState.DEFERRED, 0),
                    mails.getOrDefault(MailState.SENT, 0),
                    mails.getOrDefault(MailState.FAILED, 0),
                    mails.getOrDefault(MailState.NOT_REQUESTED, 0));
        }
    }

    public static BatchReportBody of(BatchReport report, ReportQuery query) {
        return new BatchReportBody(
                report.batchId(),
                report.organizationId(),
                report.createdAt(),
                report.createdBy(),
                report.settings(),
                report.total(),
                report.success(),
                report.fail(),
                MailCounts.of(report.mails()),
                report.items(),
                Paging.of(report.totalItems(), query.page(), query.limit()));
    }
}
