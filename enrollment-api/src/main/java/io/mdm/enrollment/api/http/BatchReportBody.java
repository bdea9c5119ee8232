package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        Iterable<Item> items,
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

    /** One recipient; see {@link BatchReport.Item}. */
    public record Item(
            int index,
            @Nullable String email,
            RecipientOutcome outcome,
            @Nullable String tokenId,
            @Nullable String enrollmentLink,
            @Nullable String enrollCode,
            @Nullable Mail mail) {

        static Item of(BatchReport.Item item) {
            return new Item(
                    item.index(),
                    item.email(),
                    item.outcome(),
                    item.tokenId(),
                    EnrollmentTokenBody.text(item.enrollmentLink()),
                    item.enrollCode(),
                    item.mail());
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
                Items.of(report.items(), Item::of),
                Paging.of(report.totalItems(), query.page(), query.limit()));
    }
}
