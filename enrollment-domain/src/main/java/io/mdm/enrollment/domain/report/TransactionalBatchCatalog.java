package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.BatchCatalog;
import io.mdm.enrollment.api.report.BatchPage;
import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchSummary;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@UseCase
@ApplicationScoped
class TransactionalBatchCatalog implements BatchCatalog {
    private final EnrollmentBatches batches;
    private final BatchRows rows;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalBatchCatalog() {
        this(null, null, null);
    }

    @Inject
    TransactionalBatchCatalog(EnrollmentBatches batches, BatchRows rows, ModuleClock clock) {
        this.batches = batches;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional
    public BatchPage batches(BatchQuery query) {
        var now = clock.instant();
        var found = rows.find(query, now);
        var batchById = batches.findAll(query.organizationId(), found.page()).stream()
                .collect(Collectors.toMap(EnrollmentBatch::id, Function.identity()));
        var counts = rows.counts(query.organizationId(), found.page(), now);
        var summaries = found.page().stream()
                .flatMap(id -> Stream.ofNullable(batchById.get(id)))
                .map(batch -> summary(batch, counts.getOrDefault(batch.id(), BatchCounts.NONE), now))
                .toList();
        return new BatchPage(summaries, found.total());
    }

    private static BatchSummary summary(EnrollmentBatch batch, BatchCounts counts, Instant now) {
        return new BatchSummary(
                batch.id(),
                batch.createdAt(),
                batch.createdBy(),
                batch.settings(),
                batch.expireAt(),
                batch.total(),
                batch.success(),
                batch.total() - batch.success(),
                counts.mailsOf(batch),
                counts.tokens(),
                batch.isPaused(),
                batch.sendAt().orElse(null),
                counts.isOverdue(batch, now));
    }
}
