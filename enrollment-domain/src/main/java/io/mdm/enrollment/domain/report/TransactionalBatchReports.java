package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.Chunked;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;

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
        var batch = batch(query);
        return new BatchReport(
                batch.id(),
                batch.organizationId(),
                batch.createdAt(),
                batch.createdBy(),
                batch.settings(),
                batch.total(),
                batch.success(),
                batch.total() - batch.success(),
                mails(batch),
                Chunked.of(rows.page(query), indexes -> items.read(query, indexes)),
                rows.count(query));
    }

    @Override
    @Transactional
    public String version(ReportQuery query) {
        var batch = batch(query);
        var expired = clock.instant().isBefore(batch.expireAt()) ? "live" : "expired";
        return String.join(
                "-",
                rows.version(batch.organizationId(), batch.id()).orElseThrow(TransactionalBatchReports::notFound),
                expired,
                query.links().name());
    }

    private EnrollmentBatch batch(ReportQuery query) {
        return batches.find(query.organizationId(), query.batchId()).orElseThrow(TransactionalBatchReports::notFound);
    }

    private static EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }

    private Map<MailState, Integer> mails(EnrollmentBatch batch) {
        var mails = new EnumMap<MailState, Integer>(MailState.class);
        mails.putAll(rows.mails(batch.organizationId(), batch.id()));
        int promised = mails.values().stream().mapToInt(Integer::intValue).sum();
        if (promised < batch.success()) {
            mails.put(MailState.NOT_REQUESTED, batch.success() - promised);
        }
        return mails;
    }
}
