package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.report.BatchPage;
import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchSummary;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.token.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data of a list of bulks. */
public record BulkListBody(List<Item> items, @Unwrapped Paging paging) {

    /**
     * One bulk.
     *
     * @param language as requested; null if each recipient's own is used
     */
    public record Item(
            String id,
            Instant createdAt,
            String createdBy,
            @Nullable String displayName,
            List<String> tags,
            @Nullable Language language,
            boolean sendEmail,
            Instant expireAt,
            int total,
            int success,
            int fail,
            MailCounts mails,
            TokenCounts tokens,
            boolean paused,
            @Nullable Instant sendAt,
            boolean overdue) {

        static Item of(BatchSummary batch) {
            var settings = batch.settings();
            return new Item(
                    batch.batchId(),
                    batch.createdAt(),
                    batch.createdBy(),
                    settings.displayName(),
                    settings.tags(),
                    settings.language(),
                    settings.sendEmail(),
                    batch.expireAt(),
                    batch.total(),
                    batch.success(),
                    batch.fail(),
                    MailCounts.of(batch.mails()),
                    batch.tokens(),
                    batch.paused(),
                    batch.sendAt(),
                    batch.overdue());
        }
    }

    public static BulkListBody of(BatchPage page, BatchQuery query) {
        return new BulkListBody(
                page.batches().stream().map(Item::of).toList(), Paging.of(page.total(), query.page(), query.limit()));
    }
}
