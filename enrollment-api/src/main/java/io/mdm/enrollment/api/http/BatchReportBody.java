package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PolicyAssignment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of a report answer, in the vendor's paging shape. */
public record BatchReportBody(
        String id,
        String organizationId,
        Instant createdAt,
        String createdBy,
        Settings settings,
        int total,
        int success,
        int fail,
        MailCounts mails,
        List<Item> items,
        int totalDocs,
        int limit,
        int page,
        int totalPages,
        boolean hasPrevPage,
        boolean hasNextPage,
        @Nullable Integer prevPage,
        @Nullable Integer nextPage) {

    /** The shared settings; {@code duration} in seconds. */
    public record Settings(
            boolean sendEmail,
            @Nullable String displayName,
            List<String> tags,
            long duration,
            @Nullable Language language,
            @Nullable String emailText,
            @Nullable String winPolicyId,
            List<PolicyAssignment> winPolicyAssignments,
            @Nullable Long segmentId) {

        static Settings of(EnrollmentSettings settings) {
            return new Settings(
                    settings.sendEmail(),
                    settings.displayName(),
                    settings.tags(),
                    settings.duration().toSeconds(),
                    settings.language(),
                    settings.emailText(),
                    settings.winPolicyId(),
                    settings.winPolicyAssignments(),
                    settings.segmentId());
        }
    }

    /** How many invitations of the batch are in each state. */
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
            BatchReport.@Nullable Mail mail) {

        static Item of(BatchReport.Item item) {
            return new Item(
                    item.index(),
                    item.email(),
                    item.outcome(),
                    item.tokenId(),
                    item.enrollmentLink(),
                    item.enrollCode(),
                    item.mail());
        }
    }

    public static BatchReportBody of(BatchReport report, ReportQuery query) {
        int pages = Math.max(1, (report.totalItems() + query.limit() - 1) / query.limit());
        boolean previous = query.page() > 1;
        boolean next = query.page() < pages;
        return new BatchReportBody(
                report.batchId(),
                report.organizationId(),
                report.createdAt(),
                report.createdBy(),
                Settings.of(report.settings()),
                report.total(),
                report.success(),
                report.fail(),
                MailCounts.of(report.mails()),
                report.items().stream().map(Item::of).toList(),
                report.totalItems(),
                query.limit(),
                query.page(),
                pages,
                previous,
                next,
                previous ? query.page() - 1 : null,
                next ? query.page() + 1 : null);
    }
}
