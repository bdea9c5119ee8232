package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.MailingKind;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.Chunked;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

@UseCase
@ApplicationScoped
class TransactionalBatchReports implements BatchReports {
    private final EnrollmentBatches batches;
    private final ReportRows rows;
    private final ReportItems items;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalBatchReports() {
        this(null, null, null, null);
    }

    @Inject
    TransactionalBatchReports(EnrollmentBatches batches, ReportRows rows, ReportItems items, ModuleClock clock) {
        this.batches = batches;
        this.rows = rows;
        this.items = items;
        this.clock = clock;
    }

    @Override
    @Transactional
    public BatchReport report(ReportQuery query) {
        var now = clock.instant();
        var batch = batch(query);
        var counts = counts(query, now);
        return new BatchReport(
                version(counts, query),
                batch.id(),
                batch.organizationId(),
                batch.createdAt(),
                batch.createdBy(),
                batch.settings(),
                batch.expireAt(),
                batch.isPaused(),
                batch.sendAt().orElse(null),
                counts.batch().isOverdue(batch, now),
                batch.total(),
                batch.success(),
                batch.total() - batch.success(),
                counts.batch().mailsOf(batch),
                counts.batch().tokens(),
                mailings(batch),
                items(query, now),
                query.isFiltered() ? rows.count(query, now) : counts.recipients());
    }

    @Override
    @Transactional
    public String version(ReportQuery query) {
        return version(counts(query, clock.instant()), query);
    }

    private static String version(ReportRows.Counts counts, ReportQuery query) {
        return counts.version() + "-" + query.links().name();
    }

    private Iterable<BatchReport.Item> items(ReportQuery query, Instant now) {
        return query.limit() == 0
                ? List.of()
                : Chunked.of(rows.page(query, now), indexes -> items.read(query, indexes));
    }

    private List<Mailing> mailings(EnrollmentBatch batch) {
        var first = new Mailing(0, MailingKind.INVITATION, batch.createdAt(), batch.success());
        boolean isInvited = batch.settings().sendEmail() && batch.success() > 0;
        return Stream.concat(
                        Stream.of(first).filter(invitation -> isInvited),
                        rows.mailings(batch.organizationId(), batch.id()).stream())
                .toList();
    }

    private EnrollmentBatch batch(ReportQuery query) {
        return batches.find(query.organizationId(), query.batchId()).orElseThrow(TransactionalBatchReports::notFound);
    }

    private ReportRows.Counts counts(ReportQuery query, Instant now) {
        return rows.counts(query.organizationId(), query.batchId(), now)
                .orElseThrow(TransactionalBatchReports::notFound);
    }

    private static EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }
}
