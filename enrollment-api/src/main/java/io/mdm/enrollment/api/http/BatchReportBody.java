package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data of a report answer. */
public record BatchReportBody(
        String id,
        String organizationId,
        Instant createdAt,
        String createdBy,
        EnrollmentSettings settings,
        Instant expireAt,
        boolean paused,
        @Nullable Instant sendAt,
        boolean overdue,
        int total,
        int success,
        int fail,
        MailCounts mails,
        TokenCounts tokens,
        List<Mailing> mailings,
        Iterable<Item> items,
        @Unwrapped Paging paging) {

    /** One recipient; see {@link BatchReport.Item}. */
    public record Item(
            int index,
            @Nullable String email,
            @Nullable String name,
            RecipientOutcome outcome,
            @Nullable String tokenId,
            @Nullable String state,
            @Nullable String winDeviceId,
            @Nullable Instant enrolledAt,
            @Nullable String enrollmentLink,
            @Nullable String enrollCode,
            @Nullable Mail mail,
            @Nullable String suggestion) {

        static Item of(BatchReport.Item item) {
            var state = item.state();
            return new Item(
                    item.index(),
                    item.email(),
                    item.name(),
                    item.outcome(),
                    item.tokenId(),
                    state == null ? null : state.name(),
                    item.winDeviceId(),
                    item.enrolledAt(),
                    EnrollmentTokenBody.text(item.enrollmentLink()),
                    item.enrollCode(),
                    item.mail(),
                    item.suggestion());
        }
    }

    public static BatchReportBody of(BatchReport report, ReportQuery query) {
        return new BatchReportBody(
                report.batchId(),
                report.organizationId(),
                report.createdAt(),
                report.createdBy(),
                report.settings(),
                report.expireAt(),
                report.paused(),
                report.sendAt(),
                report.overdue(),
                report.total(),
                report.success(),
                report.fail(),
                MailCounts.of(report.mails()),
                report.tokens(),
                report.mailings(),
                Items.of(report.items(), Item::of),
                Paging.of(report.totalItems(), query.page(), query.limit()));
    }
}
